package io.chaoxi.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A rep with a customer, and what is to be done about it. */
@ApplicationTest
abstract class ToDo {
    static final String TASKS = "/api/v1/tasks";
    final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;
    UUID customer;

    @BeforeEach
    void aCustomerOfARep() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
        customer = firm.record("customer", Map.of("name", "苏州恒锐精密机械有限公司", "owner", rep.id()));
    }

    Http.Answer post(Http by, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("subject", "给王建国回电话", "dueOn", day(1)));
        body.putAll(more);
        return by.post(TASKS, body);
    }

    JsonNode task(SignedIn by, Map<String, Object> more) {
        var answer = post(by.http(), more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    String day(int ahead) {
        return today.plusDays(ahead).toString();
    }

    static String id(JsonNode row) {
        return row.path("id").asString();
    }

    static Http.Answer verb(Http by, JsonNode task, String verb, Object body) {
        return by.with("If-Match", "\"" + task.path("version").asLong() + "\"")
                .post(TASKS + "/" + id(task) + "/" + verb, body);
    }

    static JsonNode did(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonNode done(SignedIn by, JsonNode task) {
        return did(verb(by.http(), task, "done", Map.of()));
    }

    /** The field that is refused and why. */
    static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    static JsonNode get(Http by, String path) {
        return did(by.get(path));
    }

    List<JsonNode> list(SignedIn by, String filter) {
        return get(by.http(), TASKS + "?filter=" + filter)
                .path("items")
                .valueStream()
                .toList();
    }
}
