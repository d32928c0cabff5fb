package io.chaoxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A customer of a rep, with which things are done. */
abstract class DealtWith {
    static final String ACTIVITIES = "/api/v1/activities";
    final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn rep;
    UUID customer;
    String path;

    @BeforeEach
    void aCustomerOfARep() {
        firm = Firm.found(application);
        rep = firm.person("rep");
        customer = firm.record("customer", Map.of("name", "苏州恒锐精密机械有限公司", "owner", rep.id()));
        path = "/api/v1/customers/" + customer;
    }

    Http.Answer log(SignedIn person, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("customer", customer, "kind", "call"));
        body.putAll(more);
        return person.http().post(ACTIVITIES, body);
    }

    JsonNode logged(SignedIn person, Map<String, Object> more) {
        var answer = log(person, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    JsonNode customer() {
        return firm.administrator().http().get(path).json();
    }

    List<JsonNode> timeline(SignedIn person, String query) {
        var answer = person.http().get(path + "/timeline" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    String day(int ahead) {
        return today.plusDays(ahead).toString();
    }

    static String ago(Duration past) {
        return Instant.now().minus(past).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
