package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What somebody sees masked must neither leave unmasked nor come back as the value. */
@ApplicationTest
class MaskedValuesTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn rep;
    String address;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        rep = firm.person("rep");
        var values = new HashMap<String, Object>(Map.of("name", "绍兴越恒印染", "owner", rep.id()));
        values.putAll(Map.of("phone", "+8613912341111", "email", "zhang@example.com"));
        address = "/api/v1/customers/" + firm.record("customer", values);
    }

    private JsonNode stored() {
        return firm.administrator().http().get(address).json();
    }

    @Test
    void theMaskNeverBecomesTheValue() {
        JsonNode shown = rep.http().get(address).json();
        assertThat(shown.path("phone").asString()).contains("****");
        for (String field : List.of("phone", "email")) {
            var refused =
                    rep.http().patch(address, 1, Map.of(field, shown.path(field).asString(), "shortName", "越恒"));
            assertThat(refused.status()).as(field).isEqualTo(422);
            assertThat(refused.text()).contains("maskedValue").contains("\"" + field + "\"");
        }
        assertThat(stored().path("phone").asString()).isEqualTo("+8613912341111");
        assertThat(stored().path("shortName").isNull()).isTrue();
        var admin = firm.administrator().http().patch(address, 1, Map.of("phone", "139****1111"));
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.text()).contains("phoneNotANumber");
    }

    @Test
    void whoSeesTheMaskMayReplaceTheValueButReadsItNowhere() {
        var replaced = rep.http().patch(address, 1, Map.of("phone", "13905725678"));
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(replaced.text()).contains("139****5678").doesNotContain("13905725678");
        assertThat(stored().path("phone").asString()).isEqualTo("+8613905725678");
        String history = rep.http().get(address + "/history").text();
        assertThat(history)
                .contains("139****5678")
                .contains("139****1111")
                .doesNotContain("13905725678")
                .doesNotContain("139 0572 5678");
        assertThat(firm.administrator().http().get(address + "/history").text())
                .as("whoever may read it sees it as everywhere else")
                .contains("139 0572 5678");
        var made = rep.http().post("/api/v1/customers", Map.of("name", "诸暨袜业", "phone", "13905720001"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text()).doesNotContain("13905720001");
    }

    @Test
    void customPhonesAndAddressesAreMaskedAsOurs() {
        var admin = firm.administrator().http();
        for (String type : List.of("phone", "email")) {
            var made = admin.post(
                    "/api/v1/custom-fields/customer", Map.of("key", "second" + type, "label", "备用", "type", type));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
        }
        var custom = Map.of("secondphone", "+8613898765432", "secondemail", "li@example.com");
        assertThat(admin.patch(address, 1, Map.of("custom", custom)).status()).isEqualTo(200);
        String seen = rep.http().get(address).text();
        assertThat(seen)
                .doesNotContain("13898765432")
                .doesNotContain("li@example.com")
                .contains("5432");
        assertThat(rep.http().get("/api/v1/customers").text()).doesNotContain("13898765432");
    }
}
