package io.chaoxi.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** How rhythms are set, tried and told. */
@ApplicationTest
class CadencesTest {
    private static final String CADENCES = "/api/v1/cadences";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;
    UUID customer;

    @BeforeEach
    void aRepWithACustomer() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
        customer = firm.record("customer", Map.of("name", "恒锐精密", "owner", rep.id(), "grade", "high"));
    }

    private static Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("name", "满意度回访", "condition", "grade==high", "every", 1, "unit", "week", "kind", "call"));
        body.putAll(more);
        return body;
    }

    private JsonNode made(Map<String, Object> more) {
        var answer = admin.post(CADENCES, body(more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        settled();
        return answer.json();
    }

    /** Until the walk of a changed rhythm has ended. */
    private void settled() {
        for (int i = 0;
                !admin.get("/api/v1/jobs?open=true").json().path("items").isEmpty();
                i++) {
            assertThat(i).isLessThan(3_000);
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** As if the day had come. */
    private void due() {
        application
                .getBean(TestDatabase.class)
                .arrange(
                        "update cadence_turn set base_on = base_on - 20, due_on = due_on - 20, look_on = look_on - 20 where tenant_id = "
                                + firm.tenant());
        application.getBean(CadenceRound.class).run(firm.tenant());
    }

    private static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    @Test
    void whatIsWrittenIsReadAndWhatIsAbsentIsTheUsual() {
        var made = made(Map.of());
        assertThat(made.path("subject").asString()).isEqualTo("满意度回访：{客户}");
        assertThat(made.path("restarts").asBoolean()).isTrue();
        assertThat(made.path("active").asBoolean()).isTrue();
        assertThat(made.path("leadDays").asInt()).isZero();
        String id = made.path("id").asString();
        var changed = admin.with("If-Match", "\"1\"")
                .put(CADENCES + "/" + id, body(Map.of("every", 2, "person", rep.id(), "leadDays", 3)));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/person/label").asString()).isNotEmpty();
        assertThat(changed.json().path("version").asLong()).isEqualTo(2);
        var stale = admin.with("If-Match", "\"1\"").put(CADENCES + "/" + id, body(Map.of()));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(admin.put(CADENCES + "/" + id, body(Map.of())).status()).isEqualTo(428);
        assertThat(admin.delete(CADENCES + "/" + id).status()).isEqualTo(204);
        assertThat(admin.get(CADENCES).json().path("items")).isEmpty();
        assertThat(admin.delete(CADENCES + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefusedUnderItsName() {
        for (var wrong : Map.<String, Map<String, Object>>of(
                        "name notBlank", Map.of("name", " "),
                        "unit unknownChoice", Map.of("unit", "year"),
                        "every outOfRange", Map.of("every", 0),
                        "kind unknownChoice", Map.of("kind", "telepathy"),
                        "person unknownReference", Map.of("person", UUID.randomUUID()),
                        "leadDays shorterThanPeriod", Map.of("leadDays", 7),
                        "condition filterRefused", Map.of("condition", "nothing==1"),
                        "condition poolConditionPersonal", Map.of("condition", "owner==@me"),
                        "since unknownField", Map.of("since", "2020-01-01"))
                .entrySet()) {
            assertThat(fault(admin.post(CADENCES, body(wrong.getValue())))).isEqualTo(wrong.getKey());
        }
        assertThat(admin.post(CADENCES, List.of()).status()).isEqualTo(400);
        assertThat(fault(admin.post(CADENCES, Map.of("name", "回访")))).startsWith("every");
    }

    @Test
    void onlyWhoManagesSettingsSetsThemAndAnotherFirmFindsNone() {
        String id = made(Map.of()).path("id").asString();
        assertThat(rep.http().get(CADENCES).status()).isEqualTo(403);
        assertThat(rep.http().post(CADENCES, body(Map.of())).status()).isEqualTo(403);
        assertThat(rep.http()
                        .post(CADENCES + "/trial", Map.of("cadence", body(Map.of())))
                        .status())
                .isEqualTo(403);
        var other = Firm.found(application).administrator().http();
        assertThat(other.delete(CADENCES + "/" + id).status()).isEqualTo(404);
        assertThat(other.with("If-Match", "\"1\"")
                        .put(CADENCES + "/" + id, body(Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/customers/" + customer + "/cadences").status())
                .isEqualTo(404);
        assertThat(firm.person("rep")
                        .http()
                        .get("/api/v1/customers/" + customer + "/cadences")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theTrialSaysHowManyTasksComeAndForWhom() {
        SignedIn li = firm.person("rep");
        firm.record("customer", Map.of("name", "华东轴承", "owner", li.id(), "grade", "high"));
        firm.record("customer", Map.of("name", "不算", "owner", li.id(), "grade", "low"));
        var none = new HashMap<String, Object>(Map.of("name", "公海里的", "grade", "high"));
        none.put("owner", null);
        firm.record("customer", none);
        var answer = admin.post(CADENCES + "/trial", Map.of("cadence", body(Map.of())));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var trial = answer.json();
        assertThat(trial.path("customers").asInt()).isEqualTo(2);
        assertThat(trial.path("people")).hasSize(2);
        assertThat(trial.path("tasks").asInt()).isBetween(6, 8);
        assertThat(trial.at("/people/0/label").asString()).isNotEmpty();
        var appointed = admin.post(
                        CADENCES + "/trial",
                        Map.of("cadence", body(Map.of("every", 2, "unit", "month", "person", li.id()))))
                .json();
        assertThat(appointed.path("tasks").asInt()).isZero();
        assertThat(appointed.at("/people/0/id").asString()).isEqualTo(li.id().toString());
        assertThat(admin.get(CADENCES).json().path("items")).isEmpty();
        var missing = admin.post(CADENCES + "/trial", Map.of("cadence", body(Map.of()), "id", UUID.randomUUID()));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(fault(admin.post(CADENCES + "/trial", Map.of()))).isEqualTo("cadence notAnObject");
    }

    @Test
    void theTrialOfARuleThatRunsKnowsWhereItsCustomersStand() {
        var made = made(Map.of("every", 1, "unit", "month"));
        String id = made.path("id").asString();
        var asked = Map.of("cadence", body(Map.of("every", 1, "unit", "month")), "id", id);
        int before = admin.post(CADENCES + "/trial", asked).json().path("tasks").asInt();
        firm.record("activity", new HashMap<>(Map.of("customer", customer, "kind", "call", "content", "谈过了")));
        int after = admin.post(CADENCES + "/trial", asked).json().path("tasks").asInt();
        assertThat(after).isLessThanOrEqualTo(before);
    }

    @Test
    void itStandsOnTheDayOfWhoeverIsToDoItAndWithTheCustomer() {
        made(Map.of());
        var block = rep.http()
                .get("/api/v1/customers/" + customer + "/cadences")
                .json()
                .path("items");
        assertThat(block).hasSize(1);
        assertThat(block.at("/0/name").asString()).isEqualTo("满意度回访");
        assertThat(block.at("/0/dueOn").asString()).isNotEmpty();
        assertThat(block.at("/0/task").isNull() || block.at("/0/task").isMissingNode())
                .isTrue();
        due();
        var open = rep.http()
                .get("/api/v1/tasks?filter=cadence=null=false;status==open")
                .json()
                .path("items");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/cadence").asString()).isEqualTo("满意度回访");
        var sections = rep.http().get("/api/v1/today").json().path("sections");
        var keys = sections.valueStream()
                .filter(section -> !section.path("items").isEmpty())
                .map(section -> section.path("key").asString())
                .toList();
        assertThat(keys).containsAnyOf("cadencesOfToday", "overdueCadences").doesNotContain("tasksOfToday");
        assertThat(rep.http()
                        .get("/api/v1/customers/" + customer + "/cadences")
                        .json()
                        .at("/items/0/task"))
                .isNotNull();
    }

    @Test
    void nobodyWritesByWhichRhythmATaskIs() {
        var answer =
                rep.http().post("/api/v1/tasks", Map.of("subject", "自己建的", "dueOn", "2031-01-06", "cadence", "满意度回访"));
        assertThat(answer.status()).isEqualTo(422);
    }
}
