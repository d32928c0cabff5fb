package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.TestDatabase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of tasks when the record changes about which they are: converted, merged, erased, given away. */
class TasksGoAlongTest extends ToDo {
    private JsonNode converted(UUID lead) {
        var answer = admin.with("If-Match", "\"1\"")
                .post("/api/v1/leads/" + lead + "/convert", Map.of("customer", "new", "contact", "new"));
        return did(answer);
    }

    @Test
    void openOnesOfALeadGoOnWithItsCustomerAndDoneOnesStay() {
        UUID lead = firm.record("lead", Map.of("name", "转化的公司", "contactName", "李总", "owner", rep.id()));
        var open = task(rep, Map.of("lead", lead, "repeatUnit", "week"));
        var closed = task(rep, Map.of("lead", lead, "subject", "做完的"));
        var finished = done(rep, closed).path("task");
        var became = converted(lead);
        var moved = get(rep.http(), TASKS + "/" + id(open));
        assertThat(moved.path("lead").isNull()).isTrue();
        assertThat(moved.at("/customer/id")).isEqualTo(became.at("/customer/id"));
        assertThat(moved.at("/contact/id")).isEqualTo(became.at("/contact/id"));
        assertThat(TasksTest.subjects(
                        get(rep.http(), "/api/v1/leads/" + lead + "/tasks").path("closed")))
                .containsExactly("做完的");
        assertThat(fault(post(rep.http(), Map.of("lead", lead)))).isEqualTo("lead leadConverted");
        var next = done(rep, moved).at("/next/task").asString();
        assertThat(get(rep.http(), TASKS + "/" + next).at("/customer/id")).isEqualTo(became.at("/customer/id"));
        var again = did(verb(rep.http(), finished, "reopen", Map.of()));
        var goesOn = get(rep.http(), TASKS + "/" + id(again.path("task")));
        assertThat(goesOn.at("/customer/id"))
                .as("opened again it goes on there too")
                .isEqualTo(became.at("/customer/id"));
    }

    @Test
    void mergedCustomersBringTheirTasksAndTheUndoTakesThemBack() {
        UUID other = firm.record("customer", Map.of("name", "恒锐精密", "owner", rep.id()));
        var made = task(rep, Map.of("customer", other));
        var body = Map.of(
                "survivor", Map.of("id", customer, "version", 1), "others", List.of(Map.of("id", other, "version", 1)));
        var merged = admin.post("/api/v1/customers/merges", body);
        assertThat(merged.status()).as(merged.text()).isBetween(200, 201);
        assertThat(get(rep.http(), TASKS + "/" + id(made)).at("/customer/id").asString())
                .isEqualTo(customer.toString());
        String merge = id(merged.json());
        var undone = admin.post("/api/v1/merges/" + merge + "/undo", Map.of());
        assertThat(undone.status()).as(undone.text()).isBetween(200, 204);
        assertThat(get(rep.http(), TASKS + "/" + id(made)).at("/customer/id").asString())
                .isEqualTo(other.toString());
    }

    @Test
    void theOwnerOfATaskKeepsItWhenTheCustomerGoesToAnother() {
        var made = task(rep, Map.of("customer", customer));
        var other = firm.person("rep");
        admin.patch("/api/v1/customers/" + customer, 1, Map.of("owner", other.id()));
        var his = get(rep.http(), TASKS + "/" + id(made));
        assertThat(his.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(his.toString())
                .as("what he may not see any more is not named")
                .doesNotContain("恒锐");
        assertThat(TasksTest.subjects(get(other.http(), "/api/v1/customers/" + customer + "/tasks")
                        .path("open")))
                .containsExactly("给王建国回电话");
    }

    @Test
    void aTaskIsDueByTheClockOfTheFirmWhereverThatMoves() {
        var whole = task(rep, Map.of("dueOn", day(3), "remindBefore", 60));
        var timed = task(rep, Map.of("dueOn", day(3), "dueTime", "18:00"));
        var known = admin.get("/api/v1/firm").json();
        did(admin.patch("/api/v1/firm", known.path("version").asLong(), Map.of("timeZone", "Europe/Berlin")));
        var berlin = ZoneId.of("Europe/Berlin");
        var day = today.plusDays(3);
        assertThat(moment(whole, "dueAt"))
                .isEqualTo(day.plusDays(1).atStartOfDay(berlin).toInstant());
        assertThat(moment(timed, "dueAt"))
                .isEqualTo(day.atTime(18, 0).atZone(berlin).toInstant());
        assertThat(application
                        .getBean(TestDatabase.class)
                        .count("task where id = '%s' and remind_at = '%s'"
                                .formatted(
                                        id(whole),
                                        day.atTime(8, 0).atZone(berlin).toInstant())))
                .isEqualTo(1);
    }

    private Instant moment(JsonNode task, String field) {
        return Instant.parse(get(admin, TASKS + "/" + id(task)).path(field).asString());
    }

    @Test
    void anErasedPersonIsNamedByNoTask() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer, "phone", "+8613912345678"));
        var made = task(rep, Map.of("contact", contact, "goal", "打王建国手机 +8613912345678"));
        did(rep.http().patch(TASKS + "/" + id(made), 1, Map.of("subject", "再给王建国打")));
        var order = Map.of("name", "王建国", "reason", "consentWithdrawn");
        var job = admin.post("/api/v1/privacy/contact/" + contact + "/erase", order);
        assertThat(Jobs.ended(admin, job.json()).path("state").asString())
                .as(job.text())
                .isEqualTo("done");
        var left = get(rep.http(), TASKS + "/" + id(made));
        assertThat(left.path("contact").isNull()).isTrue();
        assertThat(left.at("/customer/id").asString()).isEqualTo(customer.toString());
        String all = left.toString() + get(rep.http(), TASKS + "/" + id(made) + "/history");
        assertThat(all).doesNotContain("王建国", "13912345678");
        assertThat(get(rep.http(), TASKS + "?q=王建国").path("items").size()).isZero();
    }
}
