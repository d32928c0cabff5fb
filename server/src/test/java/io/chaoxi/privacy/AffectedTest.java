package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Who has to be told that his data was seen. */
@ApplicationTest
class AffectedTest {
    private static final String PATH = "/api/v1/privacy/contact/affected";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    CrmSettings settings;

    Firm firm;
    Http admin;
    SignedIn thief;
    UUID customer;
    UUID revealed;
    UUID exported;
    UUID untouched;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        thief = firm.person("administrator");
        customer = firm.record("customer", Map.of("name", "受影响公司"));
        revealed = contact("被看的人", "+8613900000011");
        exported = contact("被导出的人", "+8613900000012");
        untouched = contact("没事的人", "+8613900000013");
    }

    private UUID contact(String name, String phone) {
        return firm.record("contact", Map.of("name", name, "customer", customer, "phone", phone));
    }

    private void reveal(Http who, UUID contact) {
        assertThat(who.post("/api/v1/contacts/" + contact + "/reveal", Map.of("field", "phone"))
                        .status())
                .isEqualTo(200);
    }

    private void export(Http who, UUID contact) {
        var order = Map.of("object", "contact", "format", "csv", "ids", List.of(contact));
        var started = who.post("/api/v1/exports", order);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        assertThat(Jobs.ended(who, started.json()).path("state").asString()).isEqualTo("done");
    }

    private Map<String, Object> today(Map<String, Object> more) {
        var question = new HashMap<String, Object>(more);
        question.putIfAbsent("from", Instant.now().minusSeconds(3600).toString());
        question.putIfAbsent("to", Instant.now().plusSeconds(60).toString());
        return question;
    }

    private JsonNode affected(Map<String, Object> more) {
        var answer = admin.post(PATH, today(more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> names(JsonNode affected) {
        return affected.path("items").findValuesAsString("name").stream()
                .sorted()
                .toList();
    }

    private static JsonNode line(JsonNode affected, UUID id) {
        for (JsonNode item : affected.path("items"))
            if (item.path("id").asString().equals(id.toString())) return item;
        throw new AssertionError(id + " is not among " + affected);
    }

    @Test
    void tellsWhomSomebodyRevealedAndExportedAndHowTheyAreReached() {
        reveal(thief.http(), revealed);
        reveal(thief.http(), revealed);
        export(thief.http(), exported);
        reveal(admin, untouched);
        var list = affected(Map.of("person", thief.id().toString()));
        assertThat(names(list)).containsExactly("被导出的人", "被看的人");
        assertThat(list.path("count").asInt()).isEqualTo(2);
        assertThat(list.path("unknownExports").asInt()).isZero();
        var one = line(list, exported);
        assertThat(one.path("how").path(0).asString()).isEqualTo("exported");
        assertThat(one.path("row").path("phone").asString()).isEqualTo("+8613900000012");
        assertThat(one.path("row").path("customer").path("label").asString()).isEqualTo("受影响公司");
        assertThat(Instant.parse(one.path("last").asString()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(line(list, revealed).path("how").path(0).asString()).isEqualTo("revealed");
    }

    @Test
    void whatHeWroteHimselfHeHasSeen() {
        assertThat(thief.http()
                        .patch("/api/v1/contacts/" + revealed, 1, Map.of("jobTitle", "经理"))
                        .status())
                .isEqualTo(200);
        var list = affected(Map.of("person", thief.id().toString()));
        assertThat(line(list, revealed).path("how").path(0).asString()).isEqualTo("written");
        assertThat(affected(Map.of("person", thief.id().toString(), "address", "10.1.2.3"))
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void byTokenByAddressAndBySpan() {
        var token = thief.http()
                .post("/api/v1/tokens", Map.of("name", "ERP 对接", "scopes", List.of("contact.read", "contact.export")));
        assertThat(token.status()).as(token.text()).isEqualTo(201);
        var program = Http.visitor(application)
                .with("Authorization", "Bearer " + token.json().path("token").asString());
        export(program, exported);
        reveal(thief.http(), revealed);
        assertThat(names(affected(Map.of("token", "ERP 对接")))).containsExactly("被导出的人");
        assertThat(names(affected(Map.of("token", "别的")))).isEmpty();
        assertThat(names(affected(Map.of()))).containsExactly("被导出的人", "被看的人");
        assertThat(names(affected(Map.of("address", "127.0.0.1")))).contains("被看的人");
        var before = Map.<String, Object>of(
                "from", Instant.now().minusSeconds(7200).toString(),
                "to", Instant.now().minusSeconds(3600).toString());
        assertThat(affected(before).path("count").asInt()).isZero();
    }

    @Test
    void pagesWithoutLosingAnybody() {
        for (UUID one : List.of(revealed, exported, untouched)) reveal(thief.http(), one);
        var first = admin.post(PATH + "?limit=2", today(Map.of())).json();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("count").asInt()).isEqualTo(3);
        var second = admin.post(PATH + "?limit=2&after=" + first.path("next").asString(), today(Map.of()))
                .json();
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("count").isNull()).isTrue();
    }

    @Test
    void anExportThatCameToNothingHandedNobodyOut() throws Exception {
        export(thief.http(), exported);
        database.arrange(
                "insert into access_log (tenant_id, id, at, by_id, action, object, detail)"
                        + " select tenant_id, '" + io.chaoxi.platform.Ids.next() + "', now(), by_id, action, object,"
                        + " '{\"rows\": 7, \"format\": \"csv\"}' from access_log where action = 'exported' and tenant_id = "
                        + firm.tenant(),
                "insert into handed_out values (%d, '%s', 0, 'contact', array['%s']::uuid[])"
                        .formatted(firm.tenant(), UUID.randomUUID(), untouched));
        var list = affected(Map.of());
        assertThat(names(list)).containsExactly("被导出的人");
        assertThat(list.path("unknownExports").asInt()).isEqualTo(1);
    }

    @Test
    void whoWasErasedSinceIsCountedWithoutAName() {
        reveal(thief.http(), revealed);
        var erase = Map.of("name", "被看的人", "reason", Somebody.REASON);
        Jobs.ended(
                admin,
                admin.post("/api/v1/privacy/contact/" + revealed + "/erase", erase)
                        .json());
        var list = affected(Map.of());
        assertThat(list.path("count").asInt()).isEqualTo(1);
        assertThat(line(list, revealed).path("row").isNull()).isTrue();
    }

    @Test
    void whoWasMergedSinceIsNamedOnceAsWhatHeBecame() {
        UUID last = contact("最后的人", "+8613900000014");
        export(thief.http(), exported);
        reveal(thief.http(), untouched);
        merge(untouched, 1, exported);
        merge(last, 1, untouched);
        var list = affected(Map.of("person", thief.id()));
        assertThat(names(list)).containsExactly("最后的人");
        assertThat(list.path("count").asInt()).isEqualTo(1);
        assertThat(line(list, last).path("how").toString()).contains("exported", "revealed");
    }

    private void merge(UUID survivor, long version, UUID other) {
        long seen =
                admin.get("/api/v1/contacts/" + other).json().path("version").asLong();
        var body = Map.of(
                "survivor", Map.of("id", survivor, "version", version),
                "others", List.of(Map.of("id", other, "version", seen)));
        var merged = admin.post("/api/v1/contacts/merges", body);
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
    }

    @Test
    void theSheetIsInTheDownloadCentreAndEveryLookInTheAccessLog() throws IOException {
        reveal(thief.http(), revealed);
        affected(Map.of("person", thief.id().toString()));
        var started = admin.post(PATH + "/export", today(Map.of()));
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = Jobs.ended(admin, started.json());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("result").path("rows").asInt()).isEqualTo(1);
        String sheet = sheet(job.path("files").path(0).path("id").asString());
        assertThat(sheet).contains("被看的人", "139 0000 0011", "看过遮住的", "受影响公司");
        assertThat(admin.get("/api/v1/audit").text()).contains("affectedListed", "affectedExported");
        assertThat(admin.get("/api/v1/exports").text()).contains("受影响的人");
    }

    @Test
    void aPageFromTheMiddleIsNotedLikeTheFirst() {
        reveal(thief.http(), revealed);
        var page = admin.post(PATH + "?after=" + new UUID(0, 0), today(Map.of("person", thief.id())));
        assertThat(names(page.json())).containsExactly("被看的人");
        assertThat(admin.get("/api/v1/audit").text()).contains("affectedListed");
    }

    @Test
    void theSheetIsAnExportItself() {
        reveal(thief.http(), revealed);
        var job =
                Jobs.ended(admin, admin.post(PATH + "/export", today(Map.of())).json());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        var list = affected(Map.of("person", firm.administrator().id()));
        assertThat(line(list, revealed).path("how").toString()).isEqualTo("[\"exported\",\"written\"]");
        assertThat(list.path("unknownExports").asInt()).isZero();
        assertThat(admin.patch("/api/v1/firm/limits", 1, Map.of("exportRowsPerDay", 1))
                        .status())
                .isEqualTo(200);
        var second =
                Jobs.ended(admin, admin.post(PATH + "/export", today(Map.of())).json());
        assertThat(second.path("state").asString()).isEqualTo("failed");
        assertThat(second.toString()).contains("exportLimitReached");
        assertThat(admin.get("/api/v1/audit").text()).contains("exportedMuch");
    }

    private String sheet(String id) throws IOException {
        Path folder = settings.home().resolve("files").resolve(String.valueOf(firm.tenant()));
        try (var all = Files.walk(folder)) {
            return Files.readString(
                    all.filter(one -> one.endsWith(id)).findFirst().orElseThrow());
        }
    }

    @Test
    void isForWhoManagesPersonalDataAndHisOwnFirmOnly() {
        reveal(thief.http(), revealed);
        var manager = firm.person("manager").http();
        assertThat(manager.post(PATH, today(Map.of())).status()).isEqualTo(403);
        assertThat(manager.post(PATH + "/export", today(Map.of())).status()).isEqualTo(403);
        var elsewhere = Firm.found(application).administrator().http();
        assertThat(elsewhere
                        .post(PATH, today(Map.of("person", thief.id().toString())))
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(admin.post("/api/v1/privacy/customer/affected", today(Map.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesATimeThatIsNone() {
        var from = Instant.now().toString();
        assertThat(admin.post(PATH, Map.of("from", from)).status()).isEqualTo(422);
        assertThat(admin.post(PATH, Map.of("from", from, "to", "2020-01-01T00:00:00Z"))
                        .text())
                .contains("endBeforeBegin");
        assertThat(admin.post(PATH, Map.of("from", "2020-01-01T00:00:00Z", "to", from))
                        .text())
                .contains("spanTooLong");
        assertThat(admin.post(PATH, today(Map.of("person", "x"))).text()).contains("notAnId");
        for (String time :
                List.of("+1000000000-12-30T00:00:00Z", "-1000000000-01-01T00:00:00Z", "1999-12-31T23:59:59Z")) {
            var answer = admin.post(PATH, Map.of("from", time, "to", time));
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.text()).contains("notATime");
        }
    }
}
