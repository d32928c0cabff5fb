package io.chaoxi.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A rep with a customer and whom he knows there, and the template that the program brings. */
@ApplicationTest
abstract class OnTheRoad {
    static final String VISITS = "/api/v1/visits";
    static final String STANDARD = "00000000-0000-0000-0000-000000000001";
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    final LocalDate today = LocalDate.now(SHANGHAI);

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;
    UUID customer;
    UUID contact;

    @BeforeEach
    void aCustomerOfARep() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
        customer = firm.record("customer", Map.of("name", "嘉兴禾盛食品机械有限公司", "owner", rep.id()));
        contact = firm.record("contact", Map.of("name", "沈月琴", "customer", customer));
    }

    Http.Answer post(Http by, Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("goal", "看二期泵房", "customer", customer, "plannedOn", today.toString()));
        body.putAll(more);
        return by.post(VISITS, body);
    }

    JsonNode visit(SignedIn by, Map<String, Object> more) {
        var answer = post(by.http(), more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    static String id(JsonNode row) {
        return row.path("id").asString();
    }

    static String at(JsonNode visit, String rest) {
        return VISITS + "/" + id(visit) + rest;
    }

    /** A moment of yesterday in the firm's time zone. */
    Instant yesterday(int hour, int minute) {
        return today.minusDays(1)
                .atTime(LocalTime.of(hour, minute))
                .atZone(SHANGHAI)
                .toInstant();
    }

    static Http.Answer sent(Http by, JsonNode visit, String verb, String key, Map<String, ?> body) {
        return by.with("Idempotency-Key", key).post(at(visit, "/" + verb), body);
    }

    JsonNode begun(SignedIn by, Map<String, Object> more) {
        return did(by.http().post(at(visit(by, more), "/check-in"), Map.of()));
    }

    /** The three questions answered. */
    static void answered(SignedIn by, JsonNode visit) {
        did(by.http().put(at(visit, "/answers"), threeAnswers()));
    }

    static Map<String, Object> threeAnswers() {
        return answers(STANDARD, 1, said("more", "备一套密封件"), said("gain", "多给一条线"), said("improve", "没有"));
    }

    static Map<String, Object> said(String question, String text) {
        return Map.of("question", question, "text", text);
    }

    static Map<String, Object> answers(String template, long version, Map<?, ?>... answers) {
        return Map.of("template", template, "version", version, "answers", List.of(answers));
    }

    static JsonNode did(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json();
    }

    static JsonNode get(Http by, String path) {
        return did(by.get(path));
    }

    /** The field that is refused and why. */
    static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    static String refusal(Http.Answer refused) {
        return refused.status() + " " + refused.code();
    }

    List<JsonNode> list(SignedIn by, String filter) {
        return get(by.http(), VISITS + "?filter=" + filter)
                .path("items")
                .valueStream()
                .toList();
    }
}
