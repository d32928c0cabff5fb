package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Jobs;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is to be done: written, done once, cancelled, opened again. */
class TasksTest extends ToDo {
    @Test
    void aSubjectAndADayAreEnough() {
        var made = task(rep, Map.of());
        assertThat(made.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(made.at("/status/id").asString()).isEqualTo("open");
        assertThat(made.at("/priority/id").asString()).isEqualTo("medium");
        assertThat(Instant.parse(made.path("dueAt").asString()))
                .isEqualTo(today.plusDays(2)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
        assertThat(made.path("assignedBy").isNull()).isTrue();
        assertThat(fault(rep.http().post(TASKS, Map.of("subject", "没有日期")))).startsWith("dueOn ");
    }

    @Test
    void dueIsCountedInTheFirmsTimeZoneWhereverSomebodyIs() {
        var berlin = firm.person("rep");
        did(berlin.http().patch("/api/v1/session/person", Map.of("timeZone", "Europe/Berlin")));
        var made = task(berlin, Map.of("dueTime", "9:00"));
        assertThat(made.path("dueTime").asString()).isEqualTo("09:00");
        assertThat(Instant.parse(made.path("dueAt").asString()))
                .isEqualTo(today.plusDays(1)
                        .atTime(9, 0)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
    }

    @Test
    void valuesThatCannotBeAreRefusedWithTheirField() {
        assertThat(fault(post(rep.http(), Map.of("dueTime", "25:00")))).isEqualTo("dueTime notATimeOfDay");
        assertThat(fault(post(rep.http(), Map.of("dueOn", "1900-01-01")))).isEqualTo("dueOn longAgo");
        assertThat(fault(post(rep.http(), Map.of("dueOn", "9026-01-01")))).isEqualTo("dueOn farAhead");
        assertThat(fault(post(rep.http(), Map.of("repeatEvery", 2)))).isEqualTo("repeatUnit repeatNeedsUnit");
        assertThat(fault(post(rep.http(), Map.of("repeatUnit", "week", "repeatUntil", day(0)))))
                .isEqualTo("repeatUntil untilBeforeDue");
        assertThat(fault(post(rep.http(), Map.of("status", "done")))).isEqualTo("status fieldComputed");
        var lead = firm.record("lead", Map.of("name", "线索公司", "owner", rep.id()));
        assertThat(fault(post(rep.http(), Map.of("customer", customer, "lead", lead))))
                .isEqualTo("lead leadOrCustomer");
    }

    @Test
    void aContactBringsItsCustomerAndIsOfNoOther() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        var made = task(rep, Map.of("contact", contact));
        assertThat(made.at("/customer/id").asString()).isEqualTo(customer.toString());
        var other = firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        assertThat(fault(post(rep.http(), Map.of("contact", contact, "customer", other))))
                .isEqualTo("contact contactOfAnother");
    }

    @Test
    void whoFinishesItIsToldAndWhoComesLateTooAndByWhom() {
        var made = task(rep, Map.of("customer", customer));
        var finished = did(verb(rep.http(), made, "done", Map.of("result", "约了周五")));
        assertThat(finished.at("/task/status/id").asString()).isEqualTo("done");
        assertThat(finished.at("/task/result").asString()).isEqualTo("约了周五");
        assertThat(finished.at("/task/doneBy/id").asString()).isEqualTo(rep.id().toString());
        assertThat(finished.at("/next/task").isNull()).isTrue();
        var late = verb(admin, made, "done", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("taskDone");
        assertThat(late.text()).contains("已经完成了这个任务");
        var kinds = get(rep.http(), TASKS + "/" + id(made) + "/history")
                .path("items")
                .valueStream();
        assertThat(kinds.map(line -> line.path("kind").asString())).containsExactly("finished", "created");
    }

    @Test
    void ofManyAtOnceOneFinishesIt() throws Exception {
        var made = task(rep, Map.of("repeatUnit", "week"));
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var by = i % 2 == 0 ? rep.http() : admin;
            racers.add(() -> verb(by, made, "done", Map.of()).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(racers)) answers.add(one.get());
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(list(rep, "status==open")).as("one comes next").hasSize(1);
    }

    @Test
    void anOldVersionFinishesNothing() {
        var made = task(rep, Map.of());
        rep.http().patch(TASKS + "/" + id(made), 1, Map.of("goal", "问清数量"));
        assertThat(verb(rep.http(), made, "done", Map.of()).code()).isEqualTo("stale");
        assertThat(rep.http().post(TASKS + "/" + id(made) + "/done", Map.of()).status())
                .isEqualTo(428);
    }

    @Test
    void itIsCancelledWithAReasonAndOpenedAgain() {
        var made = task(rep, Map.of());
        assertThat(fault(verb(rep.http(), made, "cancel", Map.of()))).isEqualTo("reason notBlank");
        var cancelled = did(verb(rep.http(), made, "cancel", Map.of("reason", "客户不做了")));
        assertThat(cancelled.at("/task/cancelReason").asString()).isEqualTo("客户不做了");
        assertThat(verb(rep.http(), cancelled.path("task"), "done", Map.of()).code())
                .isEqualTo("taskCancelled");
        var open = did(verb(rep.http(), cancelled.path("task"), "reopen", Map.of()));
        assertThat(open.at("/task/status/id").asString()).isEqualTo("open");
        assertThat(open.at("/task/cancelReason").isNull()).isTrue();
        assertThat(verb(rep.http(), open.path("task"), "reopen", Map.of()).code())
                .isEqualTo("taskOpen");
    }

    @Test
    void manyAreFinishedAtOnceAndTheirUndoOpensThemAgain() {
        var one = task(firm.administrator(), Map.of("repeatUnit", "day"));
        var other = task(firm.administrator(), Map.of());
        done(firm.administrator(), other);
        var body = Map.of("ids", List.of(id(one), id(other)), "action", "finish");
        var job = Jobs.ended(admin, admin.post(TASKS + "/bulk", body).json());
        assertThat(job.at("/result/done").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(get(admin, TASKS + "/" + id(one)).at("/status/id").asString())
                .isEqualTo("done");
        assertThat(list(firm.administrator(), "status==open")).hasSize(1);
        var undo = admin.post("/api/v1/jobs/" + id(job) + "/undo", Map.of());
        Jobs.ended(admin, undo.json());
        assertThat(list(firm.administrator(), "status==open").stream().map(ToDo::id))
                .containsExactly(id(one));
    }

    @Test
    void overdueIsAskedForByTheMoment() {
        task(rep, Map.of("subject", "昨天的", "dueOn", day(-1)));
        task(rep, Map.of("subject", "零点的", "dueOn", day(0), "dueTime", "0:00"));
        task(rep, Map.of("subject", "今天的", "dueOn", day(0)));
        assertThat(list(rep, "status==open;dueAt=lt=@now&sort=dueAt").stream()
                        .map(row -> row.path("subject").asString()))
                .containsExactly("昨天的", "零点的");
    }

    @Test
    void recordsTellWhatIsToBeDoneAboutThem() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        task(rep, Map.of("subject", "后做", "customer", customer, "dueOn", day(5)));
        task(rep, Map.of("subject", "先做", "contact", contact, "dueOn", day(2)));
        done(rep, task(rep, Map.of("subject", "做完", "customer", customer)));
        var block = get(rep.http(), "/api/v1/customers/" + customer + "/tasks");
        assertThat(subjects(block.path("open"))).containsExactly("先做", "后做");
        assertThat(subjects(block.path("closed"))).containsExactly("做完");
        assertThat(subjects(get(rep.http(), "/api/v1/contacts/" + contact + "/tasks")
                        .path("open")))
                .containsExactly("先做");
    }

    static List<String> subjects(JsonNode rows) {
        return rows.valueStream().map(row -> row.path("subject").asString()).toList();
    }

    @Test
    void whatARoleMayNotWriteIsNotWrittenByAnActEither() {
        var fields = Map.of("task", Map.of("result", "read", "repeatUnit", "read"));
        var role = Map.of(
                "name",
                "只打勾的",
                "permissions",
                List.of("task.read", "task.update"),
                "scopes",
                Map.of("task", "all"),
                "fields",
                fields);
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        var ticking = firm.person("只打勾的").http();
        var weekly = task(rep, Map.of("repeatUnit", "week"));
        assertThat(fault(verb(ticking, weekly, "done", Map.of("result", "改掉")))).isEqualTo("result fieldNotWritable");
        assertThat(fault(verb(ticking, weekly, "cancel", Map.of("reason", "不做了", "series", true))))
                .isEqualTo("series fieldNotWritable");
        did(verb(ticking, weekly, "done", Map.of()));
    }

    @Test
    void whoMayNotSeeTheDateIsToldNothingByWhatFollowsFromIt() {
        var role = Map.of(
                "name", "看不见日期",
                "permissions", List.of("task.read", "task.create"),
                "fields", Map.of("task", Map.of("dueOn", "hidden")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        var blind = firm.person("看不见日期");
        firm.record("task", Map.of("subject", "早该做的", "dueOn", today.minusDays(2), "owner", blind.id()));
        assertThat(get(blind.http(), "/api/v1/today").path("sections").findValuesAsString("key"))
                .isEmpty();
        assertThat(get(blind.http(), TASKS).toString()).doesNotContain("dueAt");
        assertThat(blind.http().get(TASKS + "?filter=dueAt=lt=@now").status()).isEqualTo(400);
    }
}
