package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ContactsOfACustomerTest {
    private static final String CONTACTS = "/api/v1/contacts";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    UUID customer;
    UUID first;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        customer = firm.record("customer", Map.of("name", "南通沪江水处理"));
        first = contact("王建国", true);
    }

    private UUID contact(String name, boolean primary) {
        return firm.record(
                "contact", new HashMap<>(Map.of("name", name, "customer", customer, "primaryContact", primary)));
    }

    private int alive() {
        return admin.get(CONTACTS).json().path("items").size();
    }

    @Test
    void theFormerPrimaryOneStepsBackAndSaysSo() {
        contact("黄丽", true);
        var former = admin.get(CONTACTS + "/" + first).json();
        assertThat(former.path("primaryContact").asBoolean()).isFalse();
        assertThat(former.path("version").asLong()).isEqualTo(2);
        var line = admin.get(CONTACTS + "/" + first + "/history")
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("kind").asString()).isEqualTo("changed");
        assertThat(line.path("changes").get(0).path("field").asString()).isEqualTo("primaryContact");
    }

    @Test
    void whoMovesIsRememberedByBothCustomers() {
        UUID next = firm.record("customer", Map.of("name", "芜湖奇峰汽车零部件"));
        admin.patch(CONTACTS + "/" + first, 1, Map.of("customer", next));
        var left = newest(admin, customer);
        assertThat(left.path("kind").asString()).isEqualTo("contactLeft");
        assertThat(left.path("changes").get(0).path("label").asString()).isEqualTo("联系人");
        assertThat(left.path("changes").get(0).path("from").path("label").asString())
                .isEqualTo("王建国");
        var came = newest(admin, next);
        assertThat(came.path("kind").asString()).isEqualTo("contactCame");
        assertThat(came.path("changes").get(0).path("to").path("label").asString())
                .isEqualTo("王建国");
    }

    @Test
    void whoMayNotReadContactsReadsNoNameOfOne() {
        var token = admin.post("/api/v1/tokens", Map.of("name", "客户", "scopes", List.of("customer.read")));
        UUID next = firm.record("customer", Map.of("name", "芜湖奇峰汽车零部件"));
        admin.patch(CONTACTS + "/" + first, 1, Map.of("customer", next));
        Http narrow =
                Http.visitor(application).bearing(token.json().path("token").asString());
        for (UUID one : List.of(customer, next)) {
            var line = newest(narrow, one);
            assertThat(line.path("kind").asString()).startsWith("contact");
            assertThat(line.path("changes").isEmpty()).as(line.toString()).isTrue();
            assertThat(narrow.get("/api/v1/customers/" + one + "/timeline").text())
                    .doesNotContain("王建国");
        }
    }

    @Test
    void whoCannotReachTheContactAnyMoreReadsThatOneLeftButNotWho() {
        var rep = firm.person("rep");
        admin.post("/api/v1/customers/" + customer + "/assign", Map.of("owner", rep.id()));
        UUID next = firm.record("customer", Map.of("name", "别人的客户"));
        var moved = admin.get(CONTACTS + "/" + first).json().path("version").asLong();
        assertThat(admin.patch(CONTACTS + "/" + first, moved, Map.of("customer", next))
                        .status())
                .isEqualTo(200);
        var left = newest(rep.http(), customer);
        assertThat(left.path("kind").asString()).isEqualTo("contactLeft");
        assertThat(left.path("changes")).isEmpty();
    }

    private static JsonNode newest(Http http, UUID customer) {
        return http.get("/api/v1/customers/" + customer + "/timeline")
                .json()
                .path("items")
                .get(0);
    }

    @Test
    void restWithTheirCustomerAndComeBackWithIt() {
        UUID second = contact("黄丽", false);
        contact("赵一鸣", false);
        assertThat(admin.delete(CONTACTS + "/" + second).status()).isEqualTo(204);
        assertThat(admin.delete("/api/v1/customers/" + customer).status()).isEqualTo(204);
        assertThat(alive()).isZero();
        var alone = admin.post(CONTACTS + "/" + first + "/restore", Map.of());
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text()).contains("customerInBin");

        assertThat(admin.post("/api/v1/customers/" + customer + "/restore", Map.of())
                        .status())
                .isLessThan(300);
        assertThat(alive())
                .as("the one that was deleted before stays in the bin")
                .isEqualTo(2);
        assertThat(admin.get(CONTACTS + "/" + first)
                        .json()
                        .path("primaryContact")
                        .asBoolean())
                .isTrue();
    }
}
