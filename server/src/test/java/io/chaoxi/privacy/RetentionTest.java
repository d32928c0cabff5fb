package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class RetentionTest {
    private static final String RULE = "/api/v1/privacy/retention";
    private static final String DUE = "/api/v1/privacy/contact/due";
    private static final String CONTACTS = "/api/v1/contacts/";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    Firm firm;
    Http admin;
    UUID customer;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        customer = firm.record("customer", Map.of("name", "久远公司"));
    }

    private void age(String table, String column, String where, int months) {
        database.arrange("update %s set %s = now() - interval '%d months' where tenant_id = %d and %s"
                .formatted(table, column, months, firm.tenant(), where));
    }

    /** Somebody whom nobody has changed for so long. */
    private UUID contact(String name, int months) {
        UUID id = firm.record("contact", Map.of("name", name, "customer", customer));
        age("contact", "changed_at", "id = '" + id + "'", months);
        return id;
    }

    private Http.Answer rule(Object months, boolean active) {
        var body = new HashMap<String, Object>();
        body.put("months", months);
        body.put("active", active);
        long version = admin.get(RULE).json().path("version").asLong();
        return admin.patch(RULE, version, body);
    }

    private List<String> due() {
        return admin.get(DUE).json().path("items").findValuesAsString("label");
    }

    private static JsonNode named(JsonNode due, String name) {
        for (JsonNode item : due.path("items"))
            if (item.path("label").asString().equals(name)) return item;
        throw new AssertionError(name + " is not among " + due);
    }

    private void round() {
        var work = application.getBean(RetentionRound.class);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        Acting.as(
                Actor.system(firm.tenant(), ZoneOffset.UTC),
                () -> transaction.executeWithoutResult(status -> work.clear(OffsetDateTime.now(ZoneOffset.UTC))));
    }

    private void patient(java.util.function.BooleanSupplier until) {
        Instant end = Instant.now().plusSeconds(60);
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void keepsEverybodyForEverAsLongAsNothingIsSaid() {
        contact("很久的人", 200);
        var rule = admin.get(RULE).json();
        assertThat(rule.path("months").isNull()).isTrue();
        assertThat(rule.path("active").asBoolean()).isFalse();
        assertThat(due()).isEmpty();
        assertThat(admin.post(DUE + "/erasure", null).code()).isEqualTo("nobodyDue");
        assertThat(rule(null, true).text()).contains("months");
    }

    @Test
    void listsWhomNobodyTouchedAndErasesNobodyByIt() {
        UUID old = contact("旧人", 30);
        contact("新人", 3);
        assertThat(rule(24, false).status()).isEqualTo(200);
        var list = admin.get(DUE).json();
        assertThat(list.path("items").findValuesAsString("label")).containsExactly("旧人");
        assertThat(list.path("count").asInt()).isEqualTo(1);
        var item = list.path("items").path(0);
        assertThat(Instant.parse(item.path("last").asString()))
                .isBefore(Instant.now().minus(Duration.ofDays(800)));
        assertThat(Instant.parse(item.path("until").asString()))
                .isBefore(Instant.now().minus(Duration.ofDays(150)));
        assertThat(admin.get(CONTACTS + old).status()).isEqualTo(200);
    }

    @Test
    void wordsFilesAndConsentsCountAsTouches() {
        UUID talked = contact("聊过的人", 30);
        UUID attached = contact("有附件的人", 30);
        UUID agreed = contact("同意过的人", 30);
        UUID wasTalked = contact("早就聊过的人", 30);
        admin.post(CONTACTS + talked + "/comments", Map.of("text", "在的"));
        admin.post(CONTACTS + wasTalked + "/comments", Map.of("text", "在的"));
        age("comment", "at", "record_id = '" + wasTalked + "'", 26);
        admin.upload(CONTACTS + attached + "/files", "名片.txt", "名片");
        var text = admin.post("/api/v1/consent-texts", Map.of("name", "回访", "channel", "phone", "text", "一年一次"));
        var given = Map.of("text", text.json().path("id").asString(), "proof", "口头");
        assertThat(admin.post("/api/v1/privacy/contact/" + agreed + "/consents", given)
                        .status())
                .isEqualTo(201);
        rule(24, false);
        assertThat(due()).containsExactly("早就聊过的人");
    }

    @Test
    void onlyThoseInTheRecycleBinWhereTheRuleSaysSo() {
        contact("没删的人", 30);
        UUID binned = contact("删了的人", 30);
        assertThat(admin.delete(CONTACTS + binned).status()).isEqualTo(204);
        age("contact", "changed_at", "id = '" + binned + "'", 30);
        var body = Map.of("months", 24, "binnedOnly", true);
        assertThat(admin.patch(RULE, 1, body).status()).isEqualTo(200);
        var list = admin.get(DUE).json();
        assertThat(list.path("items").findValuesAsString("label")).containsExactly("删了的人");
        assertThat(list.path("items").path(0).path("binned").asBoolean()).isTrue();
        assertThat(admin.patch(RULE, 1, body).status()).isEqualTo(409);
    }

    @Test
    void erasesOnOrderButNobodyWhoIsHeld() throws Exception {
        UUID gone = contact("该走的人", 30);
        UUID held = contact("打官司的人", 30);
        var path = "/api/v1/privacy/contact/" + held + "/holds";
        assertThat(admin.post(path, Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(admin.post(path, Map.of("reason", "合同纠纷未结")).status()).isEqualTo(201);
        rule(24, false);
        var item = named(admin.get(DUE).json(), "打官司的人");
        assertThat(item.path("holds").path(0).path("reason").asString()).isEqualTo("合同纠纷未结");
        assertThat(admin.get(DUE).json().path("free").asInt()).isEqualTo(1);
        var started = admin.post(DUE + "/erasure", null);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = Jobs.ended(admin, started.json());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("result").path("done").asInt()).isEqualTo(1);
        assertThat(admin.get(CONTACTS + gone).status()).isEqualTo(404);
        assertThat(admin.get(CONTACTS + held).status()).isEqualTo(200);
        try (var dump = new Dump(database, firm.tenant())) {
            assertThat(dump.holding("该走的人")).isEmpty();
            assertThat(dump.column("select detail::text from access_log where action = 'personErased' and record_id = '"
                            + gone + "'"))
                    .containsExactly("{\"reason\": \"retentionExpired\"}");
        }
        assertThat(admin.get("/api/v1/audit").text()).contains("retentionChanged", "retentionOrdered", "personHeld");
    }

    @Test
    void whomItMayNotEraseKeepsNobodyElseFromGoing() {
        var role = Map.of(
                "name", "合规专员",
                "permissions", List.of("privacy.manage", "contact.read", "contact.delete", "customer.read"),
                "scopes", Map.of("contact", "self", "customer", "self"));
        var made = admin.post("/api/v1/roles", role);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var officer = firm.person("合规专员");
        UUID shared = contact("共享来的人", 30);
        assertThat(admin.put(
                                "/api/v1/customers/" + customer + "/shares/person/" + officer.id(),
                                Map.of("level", "read"))
                        .status())
                .isBetween(200, 204);
        customer = firm.record("customer", Map.of("name", "自己的公司", "owner", officer.id()));
        UUID own = contact("自己名下的人", 30);
        assertThat(officer.http().get(CONTACTS + shared).status()).isEqualTo(200);
        rule(24, false);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        var order = new RetentionJob.Order(List.of(shared, own), false);
        UUID job = officer.as(() -> transaction.execute(status ->
                application.getBean(io.chaoxi.platform.job.Jobs.class).start(RetentionJob.KIND, "contact", order)));
        var ended = Jobs.ended(
                officer.http(), officer.http().get("/api/v1/jobs/" + job).json());
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("result").path("kept").asInt()).isEqualTo(1);
        assertThat(admin.get(CONTACTS + own).status()).isEqualTo(404);
        assertThat(admin.get(CONTACTS + shared).status()).isEqualTo(200);
    }

    @Test
    void whoIsHeldIsNotErasedByHandEither() {
        UUID held = contact("被保留的人", 1);
        var path = "/api/v1/privacy/contact/" + held;
        String hold = admin.post(path + "/holds", Map.of("reason", "税务检查"))
                .json()
                .path("id")
                .asString();
        var erase = Map.of("name", "被保留的人", "reason", Somebody.REASON);
        assertThat(admin.post(path + "/erase", erase).code()).isEqualTo("personHeld");
        assertThat(admin.get(path + "/holds").json().path("items").size()).isEqualTo(1);
        assertThat(admin.delete(path + "/holds/" + hold).status()).isEqualTo(204);
        assertThat(admin.delete(path + "/holds/" + hold).status()).isEqualTo(404);
        assertThat(admin.post(path + "/erase", erase).status()).isEqualTo(202);
        patient(() -> admin.get(CONTACTS + held).status() == 404);
    }

    @Test
    void byItselfOnlyWhenSwitchedOnAndNotOnTheFirstDay() {
        UUID old = contact("自动走的人", 30);
        rule(24, false);
        age("retention_rule", "since", "true", 1);
        round();
        assertThat(rule(24, true).status()).isEqualTo(200);
        round();
        assertThat(admin.get("/api/v1/jobs").text()).doesNotContain("retention");
        assertThat(admin.get(CONTACTS + old).status()).isEqualTo(200);
        age("retention_rule", "since", "true", 1);
        round();
        patient(() -> admin.get(CONTACTS + old).status() == 404);
        UUID next = contact("明天再走的人", 30);
        round();
        assertThat(admin.get(CONTACTS + next).status()).isEqualTo(200);
        assertThat(admin.get(RULE).json().path("ranAt").isString()).isTrue();
    }

    @Test
    void nothingGoesByItselfOnceItsMakerLacksTheRight() {
        var other = firm.person("administrator");
        long version = admin.get(RULE).json().path("version").asLong();
        assertThat(other.http()
                        .patch(RULE, version, Map.of("months", 24, "active", true))
                        .status())
                .isEqualTo(200);
        UUID old = contact("留下来的人", 30);
        age("retention_rule", "since", "true", 1);
        assertThat(admin.post("/api/v1/people/" + other.id() + "/lock", null).status())
                .isEqualTo(204);
        round();
        assertThat(admin.get("/api/v1/audit").text()).doesNotContain("retentionOrdered");
        assertThat(admin.get(CONTACTS + old).status()).isEqualTo(200);
    }

    @Test
    void isForWhoManagesPersonalDataAndHisOwnFirmOnly() {
        UUID id = contact("别家看不到的人", 30);
        rule(24, false);
        var manager = firm.person("manager").http();
        assertThat(manager.get(RULE).status()).isEqualTo(403);
        assertThat(manager.patch(RULE, 1, Map.of("months", 1)).status()).isEqualTo(403);
        assertThat(manager.get(DUE).status()).isEqualTo(403);
        assertThat(manager.post(DUE + "/erasure", null).status()).isEqualTo(403);
        var holds = "/api/v1/privacy/contact/" + id + "/holds";
        assertThat(manager.post(holds, Map.of("reason", "x")).status()).isEqualTo(403);
        assertThat(manager.get(holds).status()).isEqualTo(403);
        var elsewhere = Firm.found(application).administrator().http();
        assertThat(elsewhere.get(RULE).json().path("months").isNull()).isTrue();
        assertThat(elsewhere.post(holds, Map.of("reason", "x")).status()).isEqualTo(404);
        assertThat(elsewhere.patch(RULE, 1, Map.of("months", 1)).status()).isEqualTo(200);
        assertThat(elsewhere.get(DUE).text()).doesNotContain("别家看不到的人");
        assertThat(admin.get("/api/v1/privacy/customer/due").status()).isEqualTo(404);
    }

    /** The erasure holds the record in its last step; whoever comes then is told that there is nobody. */
    @Test
    void aHoldWaitsForTheErasureThatTakesTheRecord() throws Exception {
        UUID id = contact("正在走的人", 30);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = database.superuser().connect();
                var erasing = connection.createStatement()) {
            connection.setAutoCommit(false);
            erasing.execute("select 1 from contact where id = '" + id + "' for update");
            var hold = threads.submit(
                    () -> admin.post("/api/v1/privacy/contact/" + id + "/holds", Map.of("reason", "太晚的理由")));
            patient(() -> hold.isDone() || waits());
            assertThat(hold.isDone()).isFalse();
            erasing.execute("delete from contact where id = '" + id + "'");
            connection.commit();
            assertThat(hold.get().status()).isEqualTo(404);
        }
        try (var dump = new Dump(database, firm.tenant())) {
            assertThat(dump.holding("太晚的理由")).isEmpty();
        }
    }

    private boolean waits() {
        return database.count("pg_stat_activity where wait_event_type = 'Lock' and query like '%contact%for update%'")
                > 0;
    }

    @Test
    void aHoldFollowsAMerge() {
        UUID stays = contact("合并的人", 30);
        UUID twin = contact("合并的人", 30);
        admin.post("/api/v1/privacy/contact/" + twin + "/holds", Map.of("reason", "纠纷"));
        var merge = Map.of(
                "survivor", Map.of("id", stays, "version", 1), "others", List.of(Map.of("id", twin, "version", 1)));
        assertThat(admin.post("/api/v1/contacts/merges", merge).status()).isEqualTo(201);
        assertThat(admin.get("/api/v1/privacy/contact/" + stays + "/holds").text())
                .contains("纠纷");
    }
}
