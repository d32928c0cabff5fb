package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A parameter that a route does not have is told, never passed over. */
@ApplicationTest
class KnownParametersTest {
    private static final byte[] SHEET = "客户名称\n太湖渔业\n".getBytes(StandardCharsets.UTF_8);

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    @Test
    void aNameThatNoParameterMayHaveIsRefused() {
        var answer = Firm.found(application).administrator().http().get("/api/v1/customers?a%00b=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void aMisspeltFilterIsNotAnsweredWithEverything() {
        firm.record("customer", Map.of("name", "太湖渔业"));
        var refused = admin.get("/api/v1/customers?fliter=name==x");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("parameterUnknown");
        assertThat(refused.json().path("detail").asString()).contains("fliter").contains("filter, q, sort");
        assertThat(refused.text()).doesNotContain("太湖渔业");
        assertThat(admin.get("/api/v1/customers?filter=name==x&limit=5").status())
                .isEqualTo(200);
    }

    @Test
    void everyVerbAndRouteIsAsked() {
        String customer = "/api/v1/customers/" + firm.record("customer", Map.of("name", "太湖渔业"));
        for (var answer : List.of(
                admin.get(customer + "?fields=name"),
                admin.get("/api/v1/session?verbose=1"),
                admin.get("/api/v1/events?object=customer"),
                admin.post("/api/v1/customers?duplicate=allow", Map.of("name", "太湖渔业")),
                admin.patch(customer + "?force=true", 1, Map.of("name", "改了")),
                admin.delete(customer + "?hard=true"),
                Http.visitor(application).get("/api/v1/setup?lang=en"))) {
            assertThat(answer.code()).as(answer.text()).isEqualTo("parameterUnknown");
        }
        assertThat(admin.get(customer).json().path("version").asInt())
                .as("nothing was written")
                .isEqualTo(1);
    }

    @Test
    void aPartOfAFormToo() {
        var exchange = Exchange.by(application, firm.administrator());
        var parts = new HashMap<>(Map.of("object", "customer", "duplicate", "skip"));
        var refused = exchange.form("/api/v1/imports", parts, "a.csv", SHEET);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("parameterUnknown").contains("duplicates");
        parts.remove("duplicate");
        parts.put("duplicates", "skip");
        assertThat(exchange.form("/api/v1/imports", parts, "a.csv", SHEET).status())
                .isEqualTo(202);
    }

    @Test
    void whoMayNotCallTheRouteIsToldNoMore() {
        assertThat(Http.visitor(application).get("/api/v1/customers?fliter=x").status())
                .isEqualTo(401);
        assertThat(firm.person("rep").http().get("/api/v1/audit?fliter=x").status())
                .isEqualTo(403);
    }
}
