package io.chaoxi.pool;

import static chaoxi.tables.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A rule of return as it is written, tried and shown, and what it means on a customer's page. */
class ReturnTermsTest extends PooledFirm {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    TestDatabase tests;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    private Http.Answer put(UUID pool, Object rule) {
        long version = admin.get(POOLS + "/" + pool).json().path("version").asLong();
        var body = new HashMap<String, Object>(
                Map.of("members", List.of(), "fields", List.of("industry"), "grades", Map.of()));
        body.put("returns", rule);
        return admin.with("If-Match", "\"" + version + "\"").put(POOLS + "/" + pool + "/terms", body);
    }

    private static List<String> faults(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(one ->
                        one.path("field").asString() + " " + one.path("code").asString())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(SHANGHAI);
    }

    @Test
    void whatIsWrongWithARuleIsToldWhereItStands() {
        assertThat(faults(put(standard, Map.of("days", 3, "grades", Map.of("high", 2, "low", 9), "warnDays", 3))))
                .containsExactlyInAnyOrder("returns.days longerThanWarning", "returns.grades.high longerThanWarning");
        assertThat(faults(put(standard, Map.of()))).containsExactly("returns.days notBlank");
        assertThat(faults(put(standard, Map.of("days", 0, "kinds", List.of("telepathy"), "to", "moon"))))
                .contains("returns.days outOfRange", "returns.kinds unknownChoice", "returns.to unknownChoice");
        var yesterday = Map.of("days", 9, "since", today().minusDays(1).toString());
        assertThat(faults(put(standard, yesterday))).containsExactly("returns.since notBeforeToday");
        assertThat(faults(put(
                        standard,
                        Map.of(
                                "days",
                                9,
                                "to",
                                "pool",
                                "pool",
                                UUID.randomUUID().toString()))))
                .containsExactly("returns.pool unknownReference");
        assertThat(faults(put(standard, Map.of("days", 9, "to", "person"))))
                .contains("returns.person unknownReference");
        assertThat(faults(put(standard, Map.of("days", 9, "grades", Map.of("seven", 3)))))
                .containsExactly("returns.grades.seven unknownChoice");
    }

    @Test
    void aRuleIsShownAsItWasWrittenAndStaysWhereItIsNotNamed() {
        var grades = new HashMap<String, Object>(Map.of("high", 60));
        grades.put("low", null);
        var rule = Map.of(
                "days",
                30,
                "grades",
                grades,
                "kinds",
                List.of("visit"),
                "workdays",
                true,
                "warnDays",
                3,
                "to",
                "person",
                "person",
                other.id().toString());
        var shown = put(standard, rule).json().path("returns");
        assertThat(shown.path("days").asInt()).isEqualTo(30);
        assertThat(shown.path("grades").path("high").asInt()).isEqualTo(60);
        assertThat(shown.path("grades").path("low").isNull()).isTrue();
        assertThat(shown.path("person").path("id").asString())
                .isEqualTo(other.id().toString());
        assertThat(shown.path("since").asString()).isEqualTo(today().toString());
        assertThat(shown.path("gone").asBoolean()).isFalse();
        terms(standard, Map.of("members", List.of(), "fields", List.of(), "grades", Map.of()));
        assertThat(admin.get(POOLS + "/" + standard + "/terms")
                        .json()
                        .path("returns")
                        .path("days")
                        .asInt())
                .isEqualTo(30);
        tests.arrange("update person set deleted_at = now() where id = '" + other.id() + "'");
        application.getBean(StoredActors.class).forgetAll();
        assertThat(admin.get(POOLS + "/" + standard + "/terms")
                        .json()
                        .path("returns")
                        .path("gone")
                        .asBoolean())
                .isTrue();
        assertThat(put(standard, null).json().path("returns").isNull()).isTrue();
        settled();
    }

    @Test
    void aTrialSaysWhoWouldReturnAndWhenAndChangesNothing() {
        UUID one = firm.record("customer", new HashMap<>(Map.of("name", "试算甲", "owner", member.id())));
        firm.record("customer", new HashMap<>(Map.of("name", "试算乙", "owner", member.id(), "grade", "high")));
        firm.record("customer", new HashMap<>(Map.of("name", "试算丙", "owner", other.id())));
        var call = Map.of("kind", "call", "customer", one.toString(), "content", "打了");
        assertThat(member.http().post("/api/v1/activities", call).status()).isEqualTo(201);
        var rule = Map.of("days", 10, "grades", Map.of("high", 20), "warnDays", 2, "kinds", List.of("call", "visit"));
        var tried = admin.post(POOLS + "/" + standard + "/return-trial", Map.of("returns", rule));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        JsonNode trial = tried.json();
        assertThat(trial.path("records").asInt()).isEqualTo(3);
        assertThat(trial.path("days").path(0).path("day").asString())
                .isEqualTo(today().plusDays(10).toString());
        assertThat(trial.path("days").path(0).path("records").asInt()).isEqualTo(2);
        assertThat(trial.path("days").path(1).path("day").asString())
                .isEqualTo(today().plusDays(20).toString());
        assertThat(trial.path("owners").path(0).path("id").asString())
                .isEqualTo(member.id().toString());
        assertThat(trial.path("owners").path(0).path("records").asInt()).isEqualTo(2);
        assertThat(trial.path("first")
                        .valueStream()
                        .map(first -> first.path("label").asString()))
                .containsExactlyInAnyOrder("试算甲", "试算乙", "试算丙");
        assertThat(seen(one).path("returnAt").isNull()).isTrue();
        assertThat(admin.post(POOLS + "/" + shanghai + "/return-trial", Map.of("returns", rule))
                        .json()
                        .path("records")
                        .asInt())
                .isZero();
        assertThat(member.http()
                        .post(POOLS + "/" + standard + "/return-trial", Map.of("returns", rule))
                        .status())
                .isEqualTo(403);
        put(standard, rule);
        settled();
        assertThat(seen(one).path("returnAt").asString())
                .isEqualTo(
                        today().plusDays(11).atStartOfDay(SHANGHAI).toInstant().toString());
    }

    @Test
    void aRuleInForceIsTriedAnew() {
        firm.record("customer", new HashMap<>(Map.of("name", "已计日期", "owner", member.id())));
        put(standard, Map.of("days", 30, "warnDays", 2));
        settled();
        var tried = admin.post(POOLS + "/" + standard + "/return-trial", Map.of("returns", Map.of("days", 10)));
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.json().path("records").asInt()).isEqualTo(1);
        assertThat(tried.json().path("days").path(0).path("day").asString())
                .isEqualTo(today().plusDays(10).toString());
    }

    @Test
    void lockingTakesItsOwnRightAndOnesOwnCustomerAndIsToldInTheHistory() {
        UUID id = firm.record("customer", new HashMap<>(Map.of("name", "大客户", "owner", member.id())));
        put(standard, Map.of("days", 10));
        settled();
        String path = CUSTOMERS + "/" + id;
        assertThat(member.http().post(path + "/lock", Map.of("reason", "想留着")).status())
                .isEqualTo(403);
        SignedIn stranger = firm.person("manager");
        assertThat(stranger.http().post(path + "/lock", Map.of("reason", "想留着")).status())
                .isEqualTo(404);
        assertThat(admin.post(path + "/lock", Map.of()).status()).isEqualTo(422);
        assertThat(seen(id).path("can").toString()).contains("\"lock\"").doesNotContain("unlock");
        var locked = admin.post(path + "/lock", Map.of("reason", "项目在谈"));
        assertThat(locked.status()).as(locked.text()).isEqualTo(200);
        assertThat(locked.json().path("returnLocked").asBoolean()).isTrue();
        assertThat(locked.json().path("returnAt").isNull()).isTrue();
        assertThat(admin.post(path + "/lock", Map.of("reason", "再来")).code()).isEqualTo("alreadyLocked");
        var line = items(admin.get(path + "/history")).getFirst();
        assertThat(line.path("kind").asString()).isEqualTo("locked");
        assertThat(line.toString()).contains("项目在谈");
        var both = admin.get(CUSTOMERS + "?filter=returnLocked==true;returnAt=null=true&sort=returnAt");
        assertThat(items(both)).hasSize(1);
        var ids = List.of(id.toString());
        var job = ended(
                firm.administrator(),
                admin.post(
                        CUSTOMERS + "/bulk",
                        Map.of("ids", ids, "action", "unlock", "arguments", Map.of("reason", "谈完了"))));
        assertThat(job.path("result").path("done").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(seen(id).path("returnLocked").asBoolean()).isFalse();
        assertThat(seen(id).path("returnAt").isNull()).isFalse();
        long version = seen(id).path("version").asLong();
        assertThat(admin.patch(path, version, Map.of("returnLocked", true)).status())
                .isEqualTo(422);
    }

    @Test
    void anotherTimeZoneAndAnotherCalendarCountAnew() {
        UUID id = firm.record("customer", new HashMap<>(Map.of("name", "换时区", "owner", member.id())));
        put(standard, Map.of("days", 10, "workdays", true));
        settled();
        String before = seen(id).path("returnAt").asString();
        long version = admin.get("/api/v1/firm").json().path("version").asLong();
        assertThat(admin.patch("/api/v1/firm", version, Map.of("timeZone", "Asia/Tokyo"))
                        .status())
                .isEqualTo(200);
        settled();
        String tokyo = seen(id).path("returnAt").asString();
        assertThat(tokyo).isNotEqualTo(before);
        LocalDate last = LocalDate.parse(tokyo.substring(0, 10));
        admin.put("/api/v1/work-calendar/days/" + last, Map.of("works", false));
        settled();
        assertThat(seen(id).path("returnAt").asString()).isGreaterThan(tokyo);
    }

    @Test
    void manyChangesWhileOneWalksAreOneMoreWalk() {
        settled();
        int before = walks();
        firm.administrator().as(() -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                application.getBean(PoolSql.class).lockOrder("customer");
                for (int i = 0; i < 5; i++) application.getBean(OwedWalks.class).owe(RecountWalk.KIND, "customer");
            });
            return null;
        });
        assertThat(walks() - before).isEqualTo(1);
        settled();
        assertThat(tests.count(
                        "owed_walk where kind = 'returnRecount' and walked = version and tenant_id = " + firm.tenant()))
                .isEqualTo(1);
    }

    private int walks() {
        return firm.administrator()
                .as(() -> new TransactionTemplate(transactions)
                        .execute(status -> database.fetchCount(JOB, JOB.KIND.eq(RecountWalk.KIND))));
    }
}
