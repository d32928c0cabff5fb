package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a record is called is told by those who refer to it only as far as its own page would tell it. */
@ApplicationTest
class ReferenceTitlesTest {
    private static final List<String> CONTACTS =
            List.of("contact.read", "contact.create", "contact.export", "contact.import");
    private static final List<String> ALL = List.of(
            "contact.read", "contact.create", "contact.export", "contact.import", "customer.read", "customer.create");

    @Autowired
    ApplicationContext application;

    Firm firm;
    UUID customer;
    String contact;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        customer = firm.record("customer", new HashMap<>(Map.of("name", "鄱阳湖水产", "phone", "+8613912340001")));
        contact =
                "/api/v1/contacts/" + firm.record("contact", new HashMap<>(Map.of("name", "余江", "customer", customer)));
        UUID moved = firm.record("customer", Map.of("name", "鄱阳湖冷链"));
        firm.administrator().http().patch(contact, 1, Map.of("customer", moved));
        firm.record("customer", new HashMap<>(Map.of("name", "洪泽湖", "referrer", customer)));
    }

    private SignedIn whoMay(List<String> permissions, String nameOfCustomers) {
        var body = Map.of(
                "name",
                "外勤",
                "permissions",
                permissions,
                "scopes",
                Map.of("customer", "all", "contact", "all"),
                "fields",
                Map.of("customer", Map.of("name", nameOfCustomers)));
        assertThat(firm.administrator().http().post("/api/v1/roles", body).status())
                .isEqualTo(201);
        return firm.person("外勤");
    }

    private String exported(SignedIn person) {
        var exchange = Exchange.by(application, person);
        var order = Map.of("object", "contact", "format", "csv", "fields", List.of("name", "customer"));
        var job = exchange.ended(exchange.post("/api/v1/exports", order).json());
        return exchange.get(
                        "/api/v1/files/" + job.path("files").get(0).path("id").asString())
                .text();
    }

    private String everywhere(SignedIn person) {
        Http http = person.http();
        return http.get("/api/v1/contacts").text()
                + http.get(contact).text()
                + http.get(contact + "/history").text()
                + http.get(contact + "/timeline").text()
                + http.get("/api/v1/search?q=" + encoded("余江")).text()
                + exported(person);
    }

    @Test
    void whoMayReadItReadsIt() {
        assertThat(everywhere(whoMay(ALL, "read"))).contains("鄱阳湖水产").contains("鄱阳湖冷链");
    }

    @Test
    void whoMayNotReadCustomersReadsNoneOfTheirNames() {
        var person = whoMay(CONTACTS, "read");
        assertThat(everywhere(person)).contains("余江").doesNotContain("鄱阳湖");
        var reference = person.http().get(contact).json().path("customer");
        assertThat(reference.path("id").isNull()).isTrue();
        assertThat(reference.path("label").isNull()).isTrue();
    }

    @Test
    void whoMayNotReadTheirNamesReadsNoneAnywhere() {
        var person = whoMay(ALL, "hidden");
        assertThat(everywhere(person)).contains("余江").doesNotContain("鄱阳湖");
        assertThat(person.http().get("/api/v1/customers").text()).doesNotContain("鄱阳湖");
    }

    @Test
    void aMaskedNameIsMaskedWhereverItIsReferredTo() {
        var person = whoMay(ALL, "masked");
        assertThat(everywhere(person)).contains("****").doesNotContain("鄱阳湖");
        var reference = person.http().get(contact).json().path("customer");
        assertThat(reference.path("id").asString()).isNotEmpty();
        assertThat(reference.path("label").asString()).contains("****");
        var referrers = person.http().get("/api/v1/customers?fields=referrer").text();
        assertThat(referrers).contains(customer.toString()).doesNotContain("鄱阳湖");
    }

    @Test
    void neitherWordsNorAFileFindWhatOneMayNotRead() {
        for (String right : List.of("masked", "hidden")) {
            var person = whoMay(ALL, right);
            for (String q : List.of("鄱阳湖", "pyh")) {
                var found = person.http()
                        .get("/api/v1/customers?q=" + encoded(q))
                        .json()
                        .path("items");
                assertThat(found).as(right + " " + q).isEmpty();
            }
            var file = "姓名,客户\n周波,鄱阳湖水产\n".getBytes(StandardCharsets.UTF_8);
            var job = Exchange.by(application, person).imported(Map.of("object", "contact"), "a.csv", file);
            assertThat(job.path("result").path("refused").asInt()).as(right).isEqualTo(1);
            firm.administrator().http().patch("/api/v1/roles/" + firm.role("外勤"), 1, Map.of("name", "外勤 " + right));
        }
    }

    @Test
    void aDuplicateTellsNoNameThatOneMayNotRead() {
        var person = whoMay(ALL, "masked");
        var found = person.http().post("/api/v1/customers", Map.of("name", "新的", "phone", "13912340001"));
        assertThat(found.json().path("duplicates").size()).as(found.text()).isEqualTo(1);
        assertThat(found.text()).doesNotContain("鄱阳湖");
    }

    @Test
    void aColleagueWhoseNameIsHiddenIsNotTakenForTheProgram() {
        var body = Map.of(
                "name",
                "外勤",
                "permissions",
                List.of("contact.read", "customer.read", "customer.create", "person.read"),
                "scopes",
                Map.of("customer", "all", "contact", "all"),
                "fields",
                Map.of("person", Map.of("name", "hidden")));
        assertThat(firm.administrator().http().post("/api/v1/roles", body).status())
                .isEqualTo(201);
        Http http = firm.person("外勤").http();
        assertThat(http.get(contact).text()).doesNotContain("王管理");
        var same = http.post("/api/v1/customers", Map.of("name", "新的", "phone", "13912340001"));
        assertThat(same.json().path("duplicates").size()).as(same.text()).isEqualTo(1);
        assertThat(same.text()).doesNotContain("王管理");
        var by = http.get(contact + "/history").json().path("items").get(0).path("by");
        assertThat(by.path("label").isNull()).as(by.toString()).isTrue();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
