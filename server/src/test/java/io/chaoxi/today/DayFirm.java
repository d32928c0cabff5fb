package io.chaoxi.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** A firm with a rep in a department and its manager. */
@ApplicationTest
abstract class DayFirm {
    static final String TODAY = "/api/v1/today";
    static final Map<String, String> PATHS = Map.of(
            "customer", "customers", "lead", "leads", "activity", "activities", "task", "tasks", "promise", "promises");

    final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    UUID department;
    SignedIn rep;
    SignedIn manager;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        department = firm.department("销售部", null);
        rep = firm.personIn(department, "rep");
        manager = firm.personIn(department, "manager");
    }

    UUID customer(SignedIn owner, String name, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("name", name, "owner", owner.id()));
        values.putAll(more);
        return firm.record("customer", values);
    }

    /** With whom a follow-up was agreed on, so many days from now. */
    UUID agreed(SignedIn owner, String name, int days) {
        return customer(owner, name, Map.of("nextFollowUp", today.plusDays(days)));
    }

    UUID lead(SignedIn owner, String name) {
        return firm.record("lead", new HashMap<>(Map.of("name", name, "owner", owner.id())));
    }

    /** As if it had been its owner's for so many days, and was last dealt with that long ago, if ever. */
    void quiet(UUID customer, int days, boolean touched) {
        application
                .getBean(TestDatabase.class)
                .arrange("update customer set untouched_since = "
                        + (touched ? "null" : "now() - interval '" + days + " days'")
                        + ", created_at = now() - interval '" + (days + 1) + " days', last_touch_at = "
                        + (touched ? "now() - interval '" + days + " days'" : "null")
                        + " where id = '" + customer + "'");
    }

    void log(SignedIn person, UUID customer, String kind) {
        var made =
                person.http().post("/api/v1/activities", Map.of("customer", customer, "kind", kind, "content", "谈过了"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    static JsonNode read(SignedIn person, String path) {
        var answer = person.http().get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    static JsonNode page(SignedIn person) {
        return read(person, TODAY);
    }

    /** The sections that are not empty. */
    static List<JsonNode> waiting(SignedIn person) {
        return page(person)
                .path("sections")
                .valueStream()
                .filter(section -> !section.path("items").isEmpty())
                .toList();
    }

    static JsonNode section(SignedIn person, String key) {
        return page(person)
                .path("sections")
                .valueStream()
                .filter(section -> section.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(JsonNode section) {
        return section.path("items")
                .valueStream()
                .map(item -> item.at("/record/label").asString())
                .toList();
    }

    static List<String> reasons(JsonNode section) {
        return section.path("items")
                .valueStream()
                .map(item -> item.at("/why/text").asString())
                .toList();
    }

    static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    /** How many rows the list has to which a number leads. */
    static long listed(SignedIn person, String object, String filter) {
        return read(person, "/api/v1/" + PATHS.get(object) + "/count?filter=" + encoded(filter))
                .path("value")
                .asLong();
    }

    static int statements(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String timing = answer.headers().firstValue("Server-Timing").orElseThrow();
        return Integer.parseInt(timing.substring(timing.indexOf('=') + 1));
    }

    /** Of three tries, for rights, dictionaries and fields are read anew every few seconds. */
    static int fewest(SignedIn person, String path) {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < 3; i++)
            fewest = Math.min(fewest, statements(person.http().get(path)));
        return fewest;
    }
}
