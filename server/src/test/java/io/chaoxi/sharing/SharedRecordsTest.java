package io.chaoxi.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a share opens to whoever has it, and what it leaves shut. */
class SharedRecordsTest extends SharedCustomer {
    private static JsonNode ended(SignedIn person, String job) {
        for (int i = 0; ; i++) {
            var state = person.http().get("/api/v1/jobs/" + job).json();
            if (!List.of("queued", "running").contains(state.path("state").asString())) return state;
            assertThat(i).isLessThan(300);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean lists(SignedIn person, String address, UUID id) {
        return person.http().get(address).text().contains(id.toString());
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
    void theCheckForDuplicatesNamesWhatIsShared() {
        var duplicates = "/api/v1/duplicates/customer?name=赣江造船";
        var ofContact = "/api/v1/duplicates/contact?name=熊建国&customer=" + customer;
        assertThat(colleague
                        .http()
                        .get(duplicates)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .isNull())
                .isTrue();
        share("person", colleague.id(), "read");
        for (var found : Map.of(duplicates, customer, ofContact, contact).entrySet()) {
            var one = colleague.http().get(found.getKey()).json().path("items").path(0);
            assertThat(one.path("id").asString()).isEqualTo(found.getValue().toString());
            assertThat(one.path("label").asString()).doesNotContain("*");
        }
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
}
