package io.chaoxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** How far a pursuit is, and by which pretexts it went on. */
@ApplicationTest
class PursuitTest {
    private static final String RULES = "/api/v1/pursuit-rules";

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
        customer = firm.record("customer", Map.of("name", "恒锐精密", "owner", rep.id()));
    }

    private void logged(String with, UUID record, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(with, record, "kind", "call", "content", "谈过了"));
        body.putAll(more);
        var answer = rep.http().post("/api/v1/activities", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static JsonNode pursuit(Http by, String objects, UUID record) {
        var answer = by.get("/api/v1/" + objects + "/" + record + "/pursuit");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> pretexts(JsonNode pursuit) {
        return pursuit.path("pretexts").valueStream().map(JsonNode::asString).toList();
    }

    private void rules(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("usualFrom", 3, "usualTo", 8, "spacingFrom", 7, "spacingTo", 10));
        body.putAll(more);
        long version = admin.get(RULES).json().path("version").asLong();
        var answer = admin.with("If-Match", "\"" + version + "\"").put(RULES, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void eachTouchOfTheOwnersTimeCountsOne() {
        var none = pursuit(rep.http(), "customers", customer);
        assertThat(none.path("touches").asInt()).isZero();
        assertThat(none.path("usualFrom").asInt()).isEqualTo(4);
        assertThat(none.path("usualTo").asInt()).isEqualTo(11);
        assertThat(none.path("spacingFrom").asInt()).isEqualTo(14);
        assertThat(none.path("spacingTo").asInt()).isEqualTo(21);
        logged("customer", customer, Map.of());
        logged("customer", customer, Map.of("kind", "visit"));
        logged("customer", customer, Map.of("at", Instant.now().minus(40, ChronoUnit.DAYS)));
        var two = pursuit(rep.http(), "customers", customer);
        assertThat(two.path("touches").asInt())
                .as("what was before is not of this pursuit")
                .isEqualTo(2);
        assertThat(two.path("daysSince").asLong()).isZero();
    }

    @Test
    void anotherOwnerBeginsAnew() {
        logged("customer", customer, Map.of("pretext", "festival"));
        SignedIn li = firm.person("rep");
        var moved = admin.post("/api/v1/customers/" + customer + "/assign", Map.of("owner", li.id()));
        assertThat(moved.status()).as(moved.text()).isLessThan(300);
        var pursuit = pursuit(li.http(), "customers", customer);
        assertThat(pursuit.path("touches").asInt()).isZero();
        assertThat(pretexts(pursuit)).as("the customer has heard that one").containsExactly("festival");
    }

    @Test
    void aLeadCountsSinceItCame() {
        UUID lead = firm.record("lead", new HashMap<>(Map.of("name", "展会来的", "owner", rep.id())));
        logged("lead", lead, Map.of("pretext", "newProduct"));
        var pursuit = pursuit(rep.http(), "leads", lead);
        assertThat(pursuit.path("touches").asInt()).isEqualTo(1);
        assertThat(pretexts(pursuit)).containsExactly("newProduct");
    }

    @Test
    void onlyKindsThatTheFirmCountsAreCounted() {
        rules(Map.of("kinds", List.of("visit")));
        logged("customer", customer, Map.of());
        logged("customer", customer, Map.of("kind", "visit"));
        var pursuit = pursuit(rep.http(), "customers", customer);
        assertThat(pursuit.path("touches").asInt()).isEqualTo(1);
        assertThat(pursuit.path("usualTo").asInt()).isEqualTo(8);
        assertThat(pursuit.path("spacingFrom").asInt()).isEqualTo(7);
    }

    @Test
    void settingsAreThoseOfWhoManagesThemAndHoldTogether() {
        assertThat(rep.http().get(RULES).status()).isEqualTo(200);
        var body = Map.of("usualFrom", 9, "usualTo", 8, "spacingFrom", 7, "spacingTo", 3);
        assertThat(rep.http().with("If-Match", "\"0\"").put(RULES, body).status())
                .isEqualTo(403);
        var refused = admin.with("If-Match", "\"0\"").put(RULES, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("field")).containsExactly("usualTo", "spacingTo");
        var kinds = admin.with("If-Match", "\"0\"")
                .put(
                        RULES,
                        Map.of("usualFrom", 1, "usualTo", 8, "spacingFrom", 1, "spacingTo", 3, "kinds", List.of("x")));
        assertThat(kinds.status()).isEqualTo(422);
        rules(Map.of());
        assertThat(admin.with("If-Match", "\"0\"")
                        .put(RULES, Map.of("usualFrom", 1, "usualTo", 8, "spacingFrom", 1, "spacingTo", 3))
                        .status())
                .isEqualTo(409);
        assertThat(admin.put(RULES, body).status()).isEqualTo(428);
    }

    @Test
    void whoDoesNotReachTheRecordHearsNothing() {
        var stranger = firm.person("rep").http();
        assertThat(stranger.get("/api/v1/customers/" + customer + "/pursuit").status())
                .isEqualTo(404);
        var other = Firm.found(application).administrator().http();
        assertThat(other.get("/api/v1/customers/" + customer + "/pursuit").status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/leads/" + UUID.randomUUID() + "/pursuit").status())
                .isEqualTo(404);
    }

    @Test
    void aPretextIsOneOfTheFirms() {
        var body = Map.of("customer", customer, "kind", "call", "content", "谈过了", "pretext", "没有这个");
        var answer = rep.http().post("/api/v1/activities", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("pretext");
    }
}
