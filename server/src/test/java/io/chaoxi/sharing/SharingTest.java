package io.chaoxi.sharing;

import static chaoxi.tables.Tables.RECORD_SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a share opens, what it leaves shut, and when it ends. */
@ApplicationTest
class SharingTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn owner;
    SignedIn colleague;
    UUID department;
    UUID customer;
    UUID contact;
    UUID other;
    String at;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        UUID head = firm.department("销售部", null);
        department = firm.department("一组", head);
        owner = firm.person("rep");
        colleague = firm.personIn(department, "rep");
        customer = firm.record(
                "customer", new HashMap<>(Map.of("name", "赣江造船", "phone", "+8613912345678", "owner", owner.id())));
        other = firm.record("customer", new HashMap<>(Map.of("name", "赣江航运", "owner", owner.id())));
        contact = firm.record("contact", new HashMap<>(Map.of("name", "熊建国", "customer", customer)));
        at = "/api/v1/customers/" + customer;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private int share(SignedIn by, String kind, UUID with, Map<String, Object> how) {
        return by.http().put(at + "/shares/" + kind + "/" + with, how).status();
    }

    private void share(String kind, UUID with, String level) {
        assertThat(share(owner, kind, with, Map.of("level", level))).isEqualTo(204);
    }

    private static boolean lists(SignedIn person, String address, UUID id) {
        return person.http().get(address).text().contains(id.toString());
    }

    private int renamed(SignedIn by) {
        long version =
                firm.administrator().http().get(at).json().path("version").asLong();
        return by.http().patch(at, version, Map.of("shortName", "赣船" + version)).status();
    }

    @Test
    void whoReadsASharedRecordFindsItEverywhereAndChangesNothing() {
        assertThat(colleague.http().get(at).status()).isEqualTo(404);
        share("person", colleague.id(), "read");
        Http http = colleague.http();
        assertThat(http.get(at).json().path("can").valueStream().map(JsonNode::asString))
                .containsExactly("reveal");
        for (String list : List.of("", "&sort=name", "&sort=-changedAt", "&sort=shortName", "&q=造船")) {
            assertThat(lists(colleague, "/api/v1/customers?fields=name" + list, customer))
                    .as(list)
                    .isTrue();
            assertThat(lists(colleague, "/api/v1/customers?fields=name" + list, other))
                    .as(list)
                    .isFalse();
        }
        assertThat(http.get("/api/v1/customers/count").json().path("value").asInt())
                .isEqualTo(1);
        assertThat(http.get("/api/v1/customers/groups?by=owner")
                        .json()
                        .path("total")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(lists(colleague, "/api/v1/search?q=赣江", customer)).isTrue();
        assertThat(lists(colleague, "/api/v1/contacts?filter=customer==" + customer, contact))
                .isTrue();
        assertThat(http.get(at + "/why").json().toString()).contains("共享给了你");
        assertThat(http.post(at + "/comments", Map.of("text", "看过了")).status()).isEqualTo(201);
        assertThat(renamed(colleague)).isEqualTo(403);
        assertThat(http.delete(at).status()).isEqualTo(403);
        assertThat(http.upload(at + "/files", "a.txt", "附件").status()).isEqualTo(403);
        assertThat(http.patch("/api/v1/contacts/" + contact, 1, Map.of("jobTitle", "总工"))
                        .status())
                .isEqualTo(403);
        var newContact = Map.of("name", "新人", "customer", customer.toString());
        assertThat(http.post("/api/v1/contacts", newContact).status()).isEqualTo(422);
        assertThat(share(colleague, "person", firm.person("rep").id(), Map.of("level", "read")))
                .isEqualTo(403);
    }

    @Test
    void whoWorksOnASharedRecordLeavesItToItsOwner() {
        share("person", colleague.id(), "write");
        Http http = colleague.http();
        assertThat(renamed(colleague)).isEqualTo(200);
        assertThat(http.upload(at + "/files", "a.txt", "附件").status()).isEqualTo(201);
        var newContact = Map.of("name", "新人", "customer", customer.toString());
        assertThat(http.post("/api/v1/contacts", newContact).status()).isEqualTo(201);
        SignedIn manager = firm.personIn(firm.department("别处", null), "manager");
        share("person", manager.id(), "write");
        assertThat(manager.http().delete(at).code()).isEqualTo("sharedOnly");
        assertThat(manager.http()
                        .post(at + "/assign", Map.of("owner", manager.id()))
                        .code())
                .isEqualTo("sharedOnly");
        var gone = Map.of("action", "delete", "ids", List.of(customer.toString()), "arguments", Map.of());
        String job = manager.http()
                .post("/api/v1/customers/bulk", gone)
                .json()
                .path("id")
                .asString();
        assertThat(ended(manager, job).path("result").path("refused").asInt()).isEqualTo(1);
        assertThat(owner.http().get(at).status()).isEqualTo(200);
    }

    private static JsonNode ended(SignedIn person, String job) {
        for (int i = 0; ; i++) {
            var state = person.http().get("/api/v1/jobs/" + job).json();
            if (!List.of("queued", "running").contains(state.path("state").asString())) return state;
            assertThat(i).isLessThan(300);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void contactsOfASharedCustomerAreNotTakenAway() {
        share("person", colleague.id(), "write");
        UUID his = firm.record("customer", new HashMap<>(Map.of("name", "信江矿业", "owner", colleague.id())));
        String at = "/api/v1/contacts/" + contact;
        assertThat(colleague.http().patch(at, 1, Map.of("customer", his)).code())
                .isEqualTo("sharedOnly");
        var same = Map.of("customer", customer, "jobTitle", "厂长");
        assertThat(colleague.http().patch(at, 1, same).status()).isEqualTo(200);
        assertThat(owner.http().get(at).status()).isEqualTo(200);
    }

    @Test
    void consentsAreNotedByWhoeverMayChangeTheContact() {
        var text = Map.of("name", "电话回访", "channel", "phone", "text", "同意电话回访");
        String id = firm.administrator()
                .http()
                .post("/api/v1/consent-texts", text)
                .json()
                .path("id")
                .asString();
        var consent = Map.of("text", id, "proof", "当面说的");
        String at = "/api/v1/privacy/contact/" + contact + "/consents";
        share("person", colleague.id(), "read");
        assertThat(colleague.http().post(at, consent).code()).isEqualTo("sharedToRead");
        share("person", colleague.id(), "write");
        assertThat(colleague.http().post(at, consent).status()).isEqualTo(201);
    }

    @Test
    void aShareGrantsNoActionThatTheRoleLacks() {
        SignedIn finance = firm.person("finance");
        assertThat(share(firm.administrator(), "person", finance.id(), Map.of("level", "write")))
                .isEqualTo(204);
        assertThat(renamed(finance)).isEqualTo(403);
        assertThat(finance.http().get(at).json().path("can").isEmpty()).isTrue();
    }

    @Test
    void departmentsReachDownAndRolesReachTheirPeople() {
        UUID head = firm.department("客服部", null);
        SignedIn below = firm.personIn(firm.department("热线", head), "rep");
        share("department", head, "read");
        assertThat(below.http().get(at).status()).isEqualTo(200);
        assertThat(colleague.http().get(at).status()).isEqualTo(404);
        share("role", firm.role("rep"), "write");
        assertThat(renamed(colleague)).isEqualTo(200);
        assertThat(renamed(below)).as("the better of both").isEqualTo(200);
        var shown = owner.http().get(at + "/shares").json().path("items");
        assertThat(shown.valueStream().map(one -> one.path("with").path("label").asString()))
                .containsExactly("销售", "客服部");
    }

    @Test
    void aShareEndsByItsDayByHandAndByLeaving() {
        var yesterday = Map.<String, Object>of(
                "level", "read", "until", today().minusDays(1).toString());
        assertThat(share(owner, "person", colleague.id(), yesterday)).isEqualTo(422);
        var today = Map.<String, Object>of("level", "read", "until", today().toString());
        assertThat(share(owner, "person", colleague.id(), today)).isEqualTo(204);
        assertThat(owner.http()
                        .get(at + "/shares")
                        .json()
                        .path("items")
                        .get(0)
                        .path("until")
                        .asString())
                .isEqualTo(today().toString());
        assertThat(colleague.http().get(at).status()).isEqualTo(200);
        expire();
        isGone();
        assertThat(owner.http().get(at + "/shares").json().path("items").isEmpty())
                .isTrue();
        share("person", colleague.id(), "read");
        String his = at + "/shares/person/" + colleague.id();
        assertThat(owner.http().delete(his).status()).isEqualTo(204);
        isGone();
        share("person", colleague.id(), "read");
        assertThat(colleague.http().delete(his).status()).isEqualTo(204);
        isGone();
        assertThat(owner.http().delete(his).status()).isEqualTo(404);
    }

    /** Within five seconds, for what is known of people's rights is kept for two. */
    private void isGone() {
        for (int i = 0; i < 100 && colleague.http().get(at).status() == 200; i++) LockSupport.parkNanos(50_000_000);
        assertThat(colleague.http().get(at).status()).isEqualTo(404);
    }

    private void expire() {
        var database = application.getBean(DSLContext.class);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var ended = OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);
        firm.administrator()
                .as(() -> transaction.execute(tx -> database.update(RECORD_SHARE)
                        .set(RECORD_SHARE.ENDS_AT, ended)
                        .execute()));
        forgetActors();
    }

    /** What is kept of people's rights for two seconds. */
    private void forgetActors() {
        application.getBean(StoredActors.class).forgetAll();
    }

    @Test
    void onlyThoseInWhoseChargeItIsShare() {
        var read = Map.<String, Object>of("level", "read");
        assertThat(share(firm.person("auditor"), "person", colleague.id(), read))
                .isEqualTo(403);
        assertThat(share(colleague, "person", colleague.id(), read)).isEqualTo(404);
        assertThat(share(owner, "person", UUID.randomUUID(), read)).isEqualTo(404);
        assertThat(share(owner, "team", colleague.id(), read)).isEqualTo(404);
        assertThat(share(owner, "person", colleague.id(), Map.of("level", "own")))
                .isEqualTo(422);
        SignedIn stranger = Firm.found(application).administrator();
        assertThat(share(stranger, "person", stranger.id(), read)).isEqualTo(404);
        assertThat(share(owner, "person", stranger.id(), read)).isEqualTo(404);
        assertThat(stranger.http().get(at + "/shares").status()).isEqualTo(404);
        assertThat(colleague.http().get(at + "/shares").status()).isEqualTo(404);
    }

    @Test
    void whoeverManagesPersonalDataDoesSoWithHisOwn() {
        var role = Map.of(
                "name",
                "隐私专员",
                "permissions",
                List.of("customer.read", "contact.read", "contact.delete", "privacy.manage"),
                "scopes",
                Map.of("customer", "self", "contact", "self"));
        assertThat(firm.administrator().http().post("/api/v1/roles", role).status())
                .isEqualTo(201);
        SignedIn officer = firm.person("隐私专员");
        share("person", officer.id(), "write");
        var wish = Map.of("name", "熊建国", "reason", "unlawful");
        assertThat(officer.http()
                        .post("/api/v1/privacy/contact/" + contact + "/erase", wish)
                        .code())
                .isEqualTo("sharedOnly");
    }

    @Test
    void aMergeCarriesTheSharesAlong() {
        share("person", colleague.id(), "write");
        var seen = firm.administrator().http();
        var body = Map.of(
                "survivor", Map.of("id", other.toString(), "version", version(seen, other)),
                "others", List.of(Map.of("id", customer.toString(), "version", version(seen, customer))));
        assertThat(seen.post("/api/v1/customers/merges", body).status()).isEqualTo(201);
        forgetActors();
        assertThat(colleague.http().get("/api/v1/customers/" + other).status()).isEqualTo(200);
    }

    private static long version(Http http, UUID id) {
        return http.get("/api/v1/customers/" + id).json().path("version").asLong();
    }

    @Test
    void aPersonIsTold() {
        share("person", colleague.id(), "write");
        String inbox = "";
        for (int i = 0; i < 100 && !inbox.contains("赣江造船"); i++) {
            LockSupport.parkNanos(50_000_000);
            inbox = colleague.http().get("/api/v1/notifications").text();
        }
        assertThat(inbox).contains("请你一起跟进「赣江造船」", "/customers/" + customer);
    }
}
