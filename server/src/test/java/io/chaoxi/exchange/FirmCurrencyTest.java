package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class FirmCurrencyTest {
    @Autowired
    ApplicationContext application;

    private static String capital(JsonNode customer) {
        JsonNode amount = customer.path("registeredCapital");
        return new BigDecimal(amount.path("amount").asString())
                        .stripTrailingZeros()
                        .toPlainString() + " " + amount.path("currency").asString();
    }

    @Test
    void anAmountWithoutUnitIsInTheFirmsCurrencyAndGoesOutWithoutOne() {
        Firm firm = Firm.found(application);
        Http http = firm.administrator().http();
        long version = http.get("/api/v1/firm").json().path("version").asLong();
        assertThat(http.patch("/api/v1/firm", version, Map.of("currency", "USD"))
                        .status())
                .isEqualTo(200);
        var made = http.post("/api/v1/customers", Map.of("name", "甲", "registeredCapital", "1200.5"));
        assertThat(capital(made.json())).as(made.text()).isEqualTo("1200.5 USD");
        Exchange exchange = Exchange.by(application, firm.administrator());
        var sheet = "客户名称,注册资本\n乙,30\n丙,500万元\n丁,CNY 7\n戊,$8\n己,5千美元\n";
        var job = exchange.imported(Map.of("object", "customer"), "a.csv", sheet.getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("result").path("created").asInt())
                .as(job.toString())
                .isEqualTo(4);
        var all = http.get("/api/v1/customers?sort=registeredCapital&fields=name,registeredCapital")
                .json();
        assertThat(all.path("items").valueStream().map(FirmCurrencyTest::capital))
                .containsExactly("7 CNY", "8 USD", "30 USD", "1200.5 USD", "5000000 CNY");
        var order = Map.of(
                "object", "customer", "format", "csv", "sort", "name", "fields", List.of("name", "registeredCapital"));
        var done = exchange.ended(exchange.post("/api/v1/exports", order).json());
        var file = done.path("files").get(0).path("id").asString();
        assertThat(exchange.get("/api/v1/files/" + file).text())
                .contains("甲,1200.5", "乙,30", "戊,8", "丙,CNY 5000000", "丁,CNY 7");
    }
}
