package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

@ApplicationTest
class BulkChangeTest {
    private static final String BULK = "/api/v1/customers/bulk";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    Firm firm;
    Http admin;
    final List<UUID> ids = new ArrayList<>();

    @BeforeEach
    void fill() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        for (int i = 0; i < 130; i++) {
            var values = new HashMap<String, Object>(Map.of("name", "批量客户" + i));
            values.put("importance", i % 2 == 0 ? "vip" : "ordinary");
            ids.add(firm.record("customer", values));
        }
    }

    /** The job once it has ended. */
    static JsonNode ended(Http http, JsonNode job) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(patience)) {
            var now = http.get("/api/v1/jobs/" + job.path("id").asString()).json();
            if (List.of("done", "failed", "cancelled")
                    .contains(now.path("state").asString())) return now;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("The job did not end: " + job);
    }

    private static JsonNode done(Http http, Map<String, Object> body) {
        var started = http.post(BULK, body);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = ended(http, started.json());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        return job;
    }

    private long count(String filter) {
        return admin.get("/api/v1/customers?limit=200&fields=name&filter=" + filter)
                .json()
                .path("items")
                .size();
    }

    /** As after an undo that was cancelled on its way: the next one meets what the first took back. */
    @Test
    void whatAnUndoBeforeTookBackIsNoFailureOfTheNext() {
        var job = done(admin, Map.of("action", "delete", "filter", "importance==vip"));
        String path = "/api/v1/jobs/" + job.path("id").asString();
        ended(admin, admin.post(path + "/undo", Map.of()).json());
        database.arrange("update job set undone_by = null where id = '%s'"
                .formatted(job.path("id").asString()));
        var again = ended(admin, admin.post(path + "/undo", Map.of()).json()).path("result");
        assertThat(again.path("done").asInt()).isEqualTo(65);
        assertThat(again.path("refused").asInt()).isZero();
        assertThat(count("importance==vip")).isEqualTo(65);
    }

    @Test
    void isCalledByWhatItDoes() {
        var change = done(admin, Map.of("filter", "importance==vip", "patch", Map.of("grade", "high")));
        var delete = done(admin, Map.of("filter", "importance==vip", "action", "delete"));
        assertThat(change.path("label").asString()).isEqualTo("批量修改客户");
        assertThat(delete.path("label").asString()).isEqualTo("删除客户");
    }

    @Test
    void changesExactlyTheRecordsOfTheFilterAndTakesItBack() {
        var job = done(admin, Map.of("filter", "importance==vip", "patch", Map.of("grade", "high")));
        assertThat(job.path("result").path("done").asInt()).isEqualTo(65);
        assertThat(job.path("progress").path("total").asInt()).isEqualTo(65);
        assertThat(count("grade==high;importance==vip")).isEqualTo(65);
        assertThat(count("grade==high")).isEqualTo(65);

        String touched = "/api/v1/customers/" + ids.getFirst();
        admin.patch(touched, 2, Map.of("shortName", "之后改的"));
        var undo = admin.post("/api/v1/jobs/" + job.path("id").asString() + "/undo", Map.of());
        assertThat(undo.status()).isEqualTo(202);
        var undone = ended(admin, undo.json());
        assertThat(undone.path("progress").path("done").asInt()).isEqualTo(65);
        assertThat(undone.path("progress").path("total").asInt()).isEqualTo(65);
        var result = undone.path("result");
        assertThat(result.path("done").asInt()).isEqualTo(64);
        assertThat(result.path("refused").asInt()).isEqualTo(1);
        var left = admin.get("/api/v1/jobs/" + undo.json().path("id").asString() + "/rows")
                .json()
                .path("items");
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.get(0).path("label").asString()).isEqualTo("批量客户0");
        assertThat(left.get(0).path("code").asString()).isEqualTo("touchedSince");
        assertThat(admin.get("/api/v1/jobs/" + job.path("id").asString() + "/rows")
                        .json()
                        .path("items")
                        .get(0)
                        .path("label")
                        .asString())
                .startsWith("批量客户");
        assertThat(count("grade==high")).isEqualTo(1);
        assertThat(admin.post("/api/v1/jobs/" + job.path("id").asString() + "/undo", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCancelledJobTellsWhatItHadDone() {
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        UUID later = ids.get(110);
        var many = new ArrayList<>(ids);
        for (int i = 0; i < 90; i++) many.add(firm.record("customer", new HashMap<>(Map.of("name", "还有客户" + i))));
        JsonNode cancelled = firm.administrator().as(() -> {
            // Whoever holds a record of the second hundred keeps the job from its end until it is cancelled.
            JsonNode started = transaction.execute(status -> {
                application
                        .getBean(DSLContext.class)
                        .selectFrom(CUSTOMER)
                        .where(CUSTOMER.ID.eq(later))
                        .forUpdate()
                        .fetch();
                var answer = admin.post(BULK, Map.of("ids", many, "patch", Map.of("grade", "low")))
                        .json();
                String path = "/api/v1/jobs/" + answer.path("id").asString();
                reached(path, 100);
                assertThat(admin.post(path + "/cancel", null).status()).isLessThan(300);
                return answer;
            });
            return ended(admin, started);
        });
        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        int done = cancelled.path("result").path("done").asInt();
        assertThat(done)
                .as(cancelled.toString())
                .isGreaterThanOrEqualTo(100)
                .isEqualTo(cancelled.path("progress").path("done").asInt())
                .isEqualTo((int) count("grade==low"));
        assertThat(cancelled.path("progress").path("total").asInt()).isEqualTo(220);
        assertThat(cancelled.path("undoable").asBoolean()).isTrue();
    }

    private void reached(String job, int rows) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        while (admin.get(job).json().path("progress").path("done").asInt() < rows) {
            assertThat(Instant.now()).as("rows in time").isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void ofTwoWaysToSayItOnlyOneIsTaken() {
        for (var twice : List.<Map<String, Object>>of(
                Map.of("ids", ids.subList(0, 1), "filter", "importance==vip", "action", "delete"),
                Map.of("filter", "importance==vip", "patch", Map.of("grade", "high"), "action", "delete"))) {
            var refused = admin.post(BULK, twice);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("onlyOneOf");
        }
    }

    @Test
    void deletesAndUndoBringsEverythingBack() {
        var job = done(admin, Map.of("filter", "importance==ordinary", "action", "delete"));
        assertThat(count("")).isEqualTo(65);
        ended(
                admin,
                admin.post("/api/v1/jobs/" + job.path("id").asString() + "/undo", Map.of())
                        .json());
        assertThat(count("")).isEqualTo(130);
    }

    @Test
    void eachRowIsCheckedWithTheRightsOfWhoAsked() {
        var rep = firm.person("rep");
        for (UUID id : ids.subList(0, 5)) {
            admin.post(
                    "/api/v1/customers/" + id + "/assign",
                    Map.of("owner", rep.id().toString()));
        }
        var texts = ids.subList(0, 10).stream().map(UUID::toString).toList();
        var job = done(rep.http(), Map.of("ids", texts, "patch", Map.of("grade", "low")));
        assertThat(job.path("result").path("done").asInt()).isEqualTo(5);
        assertThat(job.path("result").path("refused").asInt()).isEqualTo(5);
        var rows = rep.http()
                .get("/api/v1/jobs/" + job.path("id").asString() + "/rows?state=refused")
                .json();
        assertThat(rows.path("items").size()).isEqualTo(5);
        assertThat(rows.path("items").get(0).path("code").asString()).isEqualTo("notFound");
        assertThat(admin.get("/api/v1/jobs/" + job.path("id").asString()).status())
                .isEqualTo(404);
        assertThat(rep.http()
                        .post(
                                BULK,
                                Map.of(
                                        "ids",
                                        texts,
                                        "action",
                                        "assign",
                                        "arguments",
                                        Map.of("owner", rep.id().toString())))
                        .status())
                .isEqualTo(403);
        assertThat(count("grade==low")).isEqualTo(5);
    }

    @Test
    void tagsAreAddedAndRemovedWithoutTouchingOthers() {
        String one = admin.post("/api/v1/tags", Map.of("name", "比价中"))
                .json()
                .path("id")
                .asString();
        String other = admin.post("/api/v1/tags", Map.of("name", "试用"))
                .json()
                .path("id")
                .asString();
        done(admin, Map.of("filter", "", "action", "addTags", "arguments", Map.of("tags", List.of(one))));
        done(
                admin,
                Map.of("filter", "importance==vip", "action", "addTags", "arguments", Map.of("tags", List.of(other))));
        done(admin, Map.of("filter", "", "action", "removeTags", "arguments", Map.of("tags", List.of(one))));
        assertThat(count("tags==" + other)).isEqualTo(65);
        assertThat(count("tags==" + one)).isZero();
        assertThat(count("tags=null=true")).isEqualTo(65);
    }

    @Test
    void whatCannotBeDoneToOneIsRefusedForMany() {
        assertThat(admin.post(BULK, Map.of("filter", "evil==1", "patch", Map.of("grade", "high")))
                        .status())
                .isEqualTo(400);
        assertThat(admin.post(BULK, Map.of("filter", "", "patch", Map.of("version", 3)))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(BULK, Map.of("filter", "", "patch", Map.of())).status())
                .isEqualTo(422);
        assertThat(admin.post(BULK, Map.of("filter", "", "action", "explode")).status())
                .isEqualTo(422);
        assertThat(admin.post(BULK, Map.of("ids", List.of("x"), "action", "delete"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(BULK, Map.of("ids", List.of(), "action", "delete"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(BULK, Map.of("patch", Map.of("grade", "high"))).status())
                .isEqualTo(422);
    }
}
