package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The search for contacts that are probably one person. */
@ApplicationTest
class ContactPairsTest {
    private static final String PAIRS = "/api/v1/duplicates/contact/pairs";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    UUID trade;
    UUID mine;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        trade = firm.record("customer", Map.of("name", "启明贸易有限公司"));
        mine = firm.record("customer", Map.of("name", "黑山煤矿"));
    }

    private UUID contact(String name, UUID customer, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("name", name, "customer", customer));
        body.putAll(more);
        var made = admin.post("/api/v1/contacts?duplicates=allow", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return UUID.fromString(made.json().path("id").asString());
    }

    private JsonNode searched() {
        var started = admin.post(PAIRS + "/search", Map.of());
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        assertThat(Jobs.ended(admin, started.json()).path("state").asString()).isEqualTo("done");
        return admin.get(PAIRS).json();
    }

    private static Set<String> ids(JsonNode pair) {
        return Set.of(
                pair.path("one").path("id").asString(),
                pair.path("other").path("id").asString());
    }

    @Test
    void whoIsTwiceIsFoundByWhatHeIsReachedByAndByWhereHeWorks() {
        UUID moved = contact("欧阳思远", trade, Map.of("phone", "13800001111"));
        UUID before = contact("欧阳思远", mine, Map.of("telephone", "13800001111"));
        UUID twice = contact("司徒明辉", trade, Map.of("email", "smh@qiming.example"));
        UUID again = contact("司徒明辉", trade, Map.of("phone", "13800002222"));
        contact("王芳", trade, Map.of("phone", "13800003333"));
        contact("王芳", mine, Map.of("phone", "13800004444"));
        JsonNode page = searched();
        assertThat(page.path("compared").asInt()).isEqualTo(6);
        Map<Set<String>, JsonNode> found = new HashMap<>();
        page.path("items").forEach(pair -> found.put(ids(pair), pair));
        assertThat(found.keySet())
                .isEqualTo(Set.of(
                        Set.of(moved.toString(), before.toString()), Set.of(twice.toString(), again.toString())));
        JsonNode reached = found.get(Set.of(moved.toString(), before.toString()));
        assertThat(reached.path("by").toString()).contains("name", "phone").doesNotContain("customer");
        assertThat(List.of(
                        reached.path("one").path("at").asString(),
                        reached.path("other").path("at").asString()))
                .containsExactlyInAnyOrder("启明贸易有限公司", "黑山煤矿");
        JsonNode colleagues = found.get(Set.of(twice.toString(), again.toString()));
        assertThat(colleagues.path("by").toString()).contains("name", "customer");
    }

    /** A switchboard and a customer in common make no one person of two colleagues. */
    @Test
    void colleaguesAreNoPair() {
        contact("欧阳思远", trade, Map.of("telephone", "02088886666"));
        contact("司徒明辉", trade, Map.of("telephone", "02088886666"));
        assertThat(searched().path("items").isEmpty()).isTrue();
    }

    @Test
    void customersAndContactsAreSearchedApart() {
        contact("欧阳思远", trade, Map.of("phone", "13800001111"));
        contact("欧阳思远", mine, Map.of("phone", "13800001111"));
        String id = searched().path("items").get(0).path("id").asString();
        var customers = admin.get("/api/v1/duplicates/customer/pairs").json();
        assertThat(customers.path("searchedAt").isNull()).isTrue();
        assertThat(customers.path("count").asInt()).isZero();
        assertThat(admin.put("/api/v1/duplicates/customer/pairs/" + id + "/apart", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(admin.put(PAIRS + "/" + id + "/apart", Map.of()).status()).isEqualTo(204);
        assertThat(searched().path("count").asInt()).isZero();
        assertThat(admin.get("/api/v1/duplicates/person/pairs").status()).isEqualTo(404);
    }

    /** Of 200 contacts of one firm two of a common name are two. */
    @Test
    void aLargeFirmSaysLittle() {
        for (int i = 0; i < 200; i++)
            firm.record("contact", Map.of("name", "职员" + (char) ('一' + i), "customer", trade));
        contact("司徒明辉", trade, Map.of("phone", "13800005555"));
        contact("司徒明辉", trade, Map.of("phone", "13800006666"));
        assertThat(searched().path("items").findValuesAsString("label")).doesNotContain("司徒明辉");
    }

    private Http role(String name, Map<String, String> scopes, Map<String, Map<String, String>> fields) {
        var role = Map.of(
                "name",
                name,
                "permissions",
                List.of("customer.read", "contact.read", "contact.merge"),
                "scopes",
                scopes,
                "fields",
                fields);
        var made = admin.post("/api/v1/roles", role);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return firm.person(name).http();
    }

    @Test
    void aPairTellsNothingThatARoleHides() {
        contact("欧阳思远", trade, Map.of("phone", "13800001111"));
        contact("欧阳思远", mine, Map.of("telephone", "13800001111"));
        searched();
        var all = Map.of("customer", "all", "contact", "all");
        var open = Map.of("phone", "read", "telephone", "read");
        var narrow = role("别人的客户不看", Map.of("customer", "self", "contact", "all"), Map.of("contact", open));
        var one = narrow.get(PAIRS).json().path("items").path(0).path("one");
        assertThat(one.path("at").asString()).contains("*").doesNotContain("贸易", "煤矿");
        var blind = role(
                "不看在哪家", all, Map.of("contact", Map.of("phone", "read", "telephone", "read", "customer", "hidden")));
        assertThat(blind.get(PAIRS)
                        .json()
                        .path("items")
                        .path(0)
                        .path("one")
                        .path("at")
                        .isNull())
                .isTrue();
        var noTelephone = role("不看座机", all, Map.of("contact", Map.of("phone", "read", "telephone", "hidden")));
        assertThat(noTelephone.get(PAIRS).json().path("count").asInt()).isZero();
        assertThat(admin.delete("/api/v1/customers/" + trade).status()).isEqualTo(204);
        assertThat(admin.get(PAIRS).json().path("items").isEmpty()).isTrue();
    }

    @Test
    void whoMayMergeCustomersOnlySeesNoPairsOfContacts() {
        var role = Map.of(
                "name", "只并客户",
                "permissions", List.of("customer.read", "customer.merge", "contact.read"),
                "scopes", Map.of("customer", "all", "contact", "all"));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        var person = firm.person("只并客户").http();
        assertThat(person.get("/api/v1/duplicates/customer/pairs").status()).isEqualTo(200);
        assertThat(person.get(PAIRS).status()).isEqualTo(403);
        assertThat(person.post(PAIRS + "/search", Map.of()).status()).isEqualTo(403);
    }
}
