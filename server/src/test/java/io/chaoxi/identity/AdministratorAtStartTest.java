package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

@ApplicationTest(ownDatabase = true)
@TestPropertySource(
        properties = {
            "crm.admin.login=Chief",
            "crm.admin.password=correct horse battery",
            "crm.base-url=https://crm.example"
        })
class AdministratorAtStartTest {
    @Autowired
    ApplicationContext application;

    @Test
    void isFoundedWithTheFirmAndSetUpIsClosed() {
        Http visitor = Http.visitor(application);
        assertThat(visitor.get("/api/v1/setup").json().path("open").asBoolean()).isFalse();
        var answer = visitor.post("/api/v1/session", Map.of("login", "chief", "password", "correct horse battery"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("set-cookie"))
                .as("cookies where the page has TLS")
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"));
    }
}
