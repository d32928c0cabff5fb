package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Money;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerGroupsTest {
    private static final String GROUPS = "/api/v1/customers/groups";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;

    @BeforeAll
    void fill() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        UUID east = firm.department("华东", null);
        rep = firm.personIn(east, "rep");
        customer("甲", "vip", "320505", rep.id(), "CNY");
        customer("乙", "vip", "320100", null, "CNY");
        customer("丙", "ordinary", "440305", null, "USD");
        customer("丁", null, null, null, null);
    }

    private void customer(String name, String importance, String region, UUID owner, String currency) {
        var values = new HashMap<String, Object>(Map.of("name", name + "有限公司", "employees", new BigDecimal(10)));
        if (importance != null) values.put("importance", importance);
        if (region != null) values.put("region", region);
        if (owner != null) values.put("owner", owner);
        if (currency != null) values.put("registeredCapital", new Money(new BigDecimal("1000.50"), currency));
        firm.record("customer", values);
    }

    private static Map<String, Long> counts(Http http, String question) {
        var answer = http.get(GROUPS + "?" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var counts = new LinkedHashMap<String, Long>();
        for (JsonNode group : answer.json().path("groups")) {
            counts.put(
                    group.path("key").path("label").asString("–"),
                    group.path("count").asLong());
        }
        return counts;
    }

    @Test
    void countsByChoiceProvinceAndPerson() {
        assertThat(counts(admin, "by=importance"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("贵宾", 2L, "普通", 1L, "–", 1L));
        assertThat(counts(admin, "by=region")).containsExactlyInAnyOrderEntriesOf(Map.of("江苏", 2L, "广东", 1L, "–", 1L));
        assertThat(counts(admin, "by=owner").values()).containsExactlyInAnyOrder(3L, 1L);
        assertThat(counts(admin, "by=bigReach")).containsExactlyEntriesOf(Map.of("否", 4L));
        assertThat(counts(admin, "by=importance&filter=importance==vip")).containsExactlyEntriesOf(Map.of("贵宾", 2L));
    }

    @Test
    void sumsNumbersAndMoneyOfOneCurrencyOnly() {
        var answer = admin.get(GROUPS + "?by=importance&sums=employees,registeredCapital")
                .json();
        JsonNode vip = answer.path("groups").path(0);
        assertThat(new BigDecimal(vip.path("sums")
                        .path("registeredCapital")
                        .path("amount")
                        .asString()))
                .isEqualByComparingTo("2001");
        assertThat(vip.path("sums").path("registeredCapital").path("currency").asString())
                .isEqualTo("CNY");
        JsonNode total = answer.path("total");
        assertThat(total.path("count").asLong()).isEqualTo(4);
        assertThat(total.path("sums").path("employees").asLong()).isEqualTo(40);
        assertThat(total.path("sums").path("registeredCapital").isNull()).isTrue();
        assertThat(answer.path("exact").asBoolean()).isTrue();
        assertThat(admin.get(GROUPS + "?sums=employees").json().path("groups").isEmpty())
                .isTrue();
    }

    private static Http.Answer summed(Http http) {
        return http.get(GROUPS + "?by=importance&sums=registeredCapital");
    }

    private static String statements(Http.Answer answer) {
        return answer.headers().firstValue("Server-Timing").orElse("");
    }

    private static String capital(JsonNode group) {
        JsonNode sum = group.path("sums").path("registeredCapital");
        String said = sum.path("amount").asString() + " " + sum.path("currency").asString();
        return sum.has("converted") ? said + " since " + sum.path("validFrom").asString() : said;
    }

    @Test
    void bringsCurrenciesTogetherAtTheRatesOfToday() {
        Firm several = Firm.found(application);
        Http http = several.administrator().http();
        worth(several, "甲", "vip", "1000.50", "CNY");
        worth(several, "乙", "vip", "100", "USD");
        worth(several, "丙", "ordinary", "7", "USD");
        assertThat(summed(http)
                        .json()
                        .path("total")
                        .path("sums")
                        .path("registeredCapital")
                        .isNull())
                .isTrue();
        rate(http, "USD", "2020-01-01", "6");
        rate(http, "USD", "2021-06-01", "7.12345");
        rate(http, "USD", "2999-01-01", "99");
        var answer = summed(http);
        assertThat(capital(answer.json().path("groups").path(0))).isEqualTo("1712.85 CNY since 2021-06-01");
        assertThat(capital(answer.json().path("groups").path(1))).isEqualTo("7.0000 USD");
        assertThat(capital(answer.json().path("total"))).isEqualTo("1762.71 CNY since 2021-06-01");
        rate(http, "EUR", "2020-02-02", "8");
        worth(several, "丁", "ordinary", "1", "EUR");
        var more = summed(http);
        assertThat(capital(more.json().path("groups").path(0))).isEqualTo("57.86 CNY since 2020-02-02");
        assertThat(statements(more)).isNotEmpty().isEqualTo(statements(answer));
    }

    private static void worth(Firm firm, String name, String importance, String amount, String currency) {
        var capital = new Money(new BigDecimal(amount), currency);
        firm.record("customer", Map.of("name", name + "有限公司", "importance", importance, "registeredCapital", capital));
    }

    private static void rate(Http http, String currency, String day, String rate) {
        var body = Map.of("currency", currency, "validFrom", day, "rate", rate);
        assertThat(http.post("/api/v1/exchange-rates", body).status()).isEqualTo(201);
    }

    @Test
    void tellsOnlyOfWhatOneReaches() {
        assertThat(counts(rep.http(), "by=importance")).containsExactlyEntriesOf(Map.of("贵宾", 1L));
        assertThat(Firm.found(application)
                        .administrator()
                        .http()
                        .get(GROUPS + "?by=importance")
                        .json()
                        .path("total")
                        .path("count")
                        .asLong())
                .isZero();
    }

    @Test
    void refusesWhatOneMayNotReadAndWhatCannotBeGrouped() {
        for (String by : List.of("phone", "name", "nothing", "tags", "createdAt", "tenant_id", "id;drop")) {
            var answer = admin.get(GROUPS + "?by=" + by.replace(";", "%3B"));
            assertThat(answer.status()).as(by).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("groupRefused");
        }
        assertThat(admin.get(GROUPS + "?sums=name").code()).isEqualTo("sumRefused");
        for (String right : List.of("hidden", "masked")) {
            Http blind = blindTo(right);
            assertThat(blind.get(GROUPS + "?by=importance").code()).isEqualTo("groupRefused");
            assertThat(blind.get(GROUPS + "?sums=employees").code()).isEqualTo("sumRefused");
            assertThat(blind.get(GROUPS + "?by=region").status()).isEqualTo(200);
        }
    }

    private Http blindTo(String right) {
        var role = admin.post(
                "/api/v1/roles",
                Map.of(
                        "name", "看不到分级 " + right,
                        "permissions", List.of("customer.read"),
                        "scopes", Map.of("customer", "all"),
                        "fields", Map.of("customer", Map.of("importance", right, "employees", right))));
        assertThat(role.status()).as(role.text()).isEqualTo(201);
        return firm.person("看不到分级 " + right).http();
    }
}
