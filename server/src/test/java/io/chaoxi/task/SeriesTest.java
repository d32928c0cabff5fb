package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is to be done again and again. */
class SeriesTest extends ToDo {
    private JsonNode weekly(Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("repeatUnit", "week", "dueOn", day(1)));
        values.putAll(more);
        return task(rep, values);
    }

    private JsonNode next(JsonNode finished) {
        return get(admin, TASKS + "/" + finished.at("/next/task").asString());
    }

    @Test
    void theNextOneIsTheSameOnItsDay() {
        var made = weekly(Map.of(
                "customer", customer, "goal", "问库存", "dueTime", "10:00", "remindBefore", 30, "priority", "high"));
        assertThat(made.path("repeatEvery").asInt()).isEqualTo(1);
        assertThat(made.path("repeatFrom").asString()).isEqualTo(day(1));
        var finished = did(verb(rep.http(), made, "done", Map.of("result", "还有两周的量")));
        assertThat(finished.at("/next/dueOn").asString()).isEqualTo(day(8));
        var next = next(finished);
        for (String field : List.of("subject", "customer", "goal", "dueTime", "priority", "owner", "repeatFrom")) {
            assertThat(next.path(field)).as(field).isEqualTo(made.path(field));
        }
        assertThat(next.path("seriesNumber").asInt()).isEqualTo(2);
        assertThat(next.at("/status/id").asString()).isEqualTo("open");
        assertThat(next.path("result").isNull()).isTrue();
        assertThat(next.path("remindAt").isNull()).isFalse();
        assertThat(next.path("version").asLong()).isEqualTo(1);
    }

    @Test
    void openedAndDoneAgainItHasOneBehindIt() {
        var first = done(rep, weekly(Map.of()));
        var again = did(verb(rep.http(), first.path("task"), "reopen", Map.of()));
        var second = done(rep, again.path("task"));
        assertThat(second.path("next")).isEqualTo(first.path("next"));
        assertThat(list(rep, "status==open")).hasSize(1);
    }

    @Test
    void aDeletedOneIsMadeAgainOnlyWhenTheOneBeforeIsDoneAgainAndIsNotRestoredThen() {
        var first = done(rep, weekly(Map.of()));
        String second = first.at("/next/task").asString();
        rep.http().delete(TASKS + "/" + second);
        assertThat(list(rep, "status==open")).isEmpty();
        var again = did(verb(rep.http(), first.path("task"), "reopen", Map.of()));
        assertThat(done(rep, again.path("task")).at("/next/task").asString()).isNotEqualTo(second);
        assertThat(rep.http().post(TASKS + "/" + second + "/restore", Map.of()).code())
                .isEqualTo("seriesGoesOn");
    }

    @Test
    void movingOneMovesNotTheRhythmAndChangingTheRhythmDoes() {
        var made = weekly(Map.of());
        var moved = did(rep.http().patch(TASKS + "/" + id(made), 1, Map.of("dueOn", day(3))));
        var second = next(done(rep, moved));
        assertThat(second.path("dueOn").asString()).isEqualTo(day(8));
        var changed = did(rep.http()
                .patch(TASKS + "/" + id(second), 1, Map.of("dueOn", day(9), "repeatFrom", day(9), "repeatEvery", 2)));
        assertThat(next(done(rep, changed)).path("dueOn").asString()).isEqualTo(day(23));
    }

    @Test
    void cancellingOneLeavesTheSeriesAndCancellingTheSeriesEndsIt() {
        var first = did(verb(rep.http(), weekly(Map.of()), "cancel", Map.of("reason", "这周不用")));
        var second = next(first);
        var ended = did(verb(rep.http(), second, "cancel", Map.of("reason", "不再做", "series", true)));
        assertThat(ended.at("/next/task").isNull()).isTrue();
        assertThat(list(rep, "status==open")).isEmpty();
        var third = weekly(Map.of());
        var once = new HashMap<String, Object>();
        once.put("repeatUnit", null);
        var alone = did(rep.http().patch(TASKS + "/" + id(third), 1, once));
        assertThat(alone.path("repeatEvery").isNull()).isTrue();
        assertThat(done(rep, alone).at("/next/task").isNull()).isTrue();
    }

    @Test
    void aSeriesEndsWithItsLastDay() {
        var made = weekly(Map.of("repeatUntil", day(5)));
        assertThat(done(rep, made).at("/next/end").asString()).isEqualTo("over");
    }

    @Test
    void whatCannotGoOnIsFinishedAllTheSameAndSaysWhy() {
        var ofCustomer = weekly(Map.of("customer", customer));
        admin.delete("/api/v1/customers/" + customer);
        assertThat(done(rep, ofCustomer).at("/next/end").asString()).isEqualTo("customerGone");
        var lead = firm.record("lead", Map.of("name", "线索公司", "owner", rep.id()));
        var ofLead = weekly(Map.of("lead", lead));
        admin.delete("/api/v1/leads/" + lead);
        assertThat(done(rep, ofLead).at("/next/end").asString()).isEqualTo("leadGone");
        var leaver = firm.person("rep");
        var his = task(firm.administrator(), Map.of("repeatUnit", "day", "owner", leaver.id()));
        assertThat(admin.post("/api/v1/people/" + leaver.id() + "/lock", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(done(firm.administrator(), his).at("/next/end").asString()).isEqualTo("ownerGone");
    }

    @Test
    void whoHasNoRightToMakeOneFinishesOfASeriesAllTheSame() {
        var role = Map.of(
                "name", "只做不派",
                "permissions", List.of("task.read", "task.update"),
                "scopes", Map.of("task", "self"));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        var doer = firm.person("只做不派");
        var his = task(firm.administrator(), Map.of("repeatUnit", "day", "owner", doer.id()));
        String next = done(doer, his).at("/next/task").asString();
        assertThat(list(doer, "owner==@me;status==open").stream().map(ToDo::id)).containsExactly(next);
        assertThat(list(firm.administrator(), "assignedBy==@me;status==open").stream()
                        .map(ToDo::id))
                .containsExactly(next);
    }

    @Test
    void theContactWhoIsGoneIsLeftOutOfTheNextOne() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        var made = weekly(Map.of("contact", contact));
        admin.delete("/api/v1/contacts/" + contact);
        var next = next(done(rep, made));
        assertThat(next.path("contact").isNull()).isTrue();
        assertThat(next.at("/customer/id").asString()).isEqualTo(customer.toString());
    }

    @Test
    void theNextOfASampleIsASample() {
        var made = weekly(Map.of());
        firm.administrator().as(() -> application.getBean(TaskSamples.class).mark(List.of(UUID.fromString(id(made)))));
        assertThat(next(done(rep, made)).path("sample").asBoolean()).isTrue();
    }
}
