package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class BadInputTest {
    private static final List<String> PATHS = List.of(
            "session",
            "session/password",
            "session/person",
            "session/code",
            "session/confirmation",
            "session/factor",
            "session/factor/proof",
            "session/factor/recovery-codes",
            "session/factor/removal",
            "sessions",
            "sessions/x",
            "tokens",
            "tokens/x",
            "setup",
            "tenants",
            "firm",
            "roles",
            "roles/x",
            "roles/catalogue",
            "people",
            "people/x",
            "people/00/lock",
            "people/x/lock",
            "people/x/factor",
            "departments",
            "departments/x",
            "audit",
            "nothing/at/all");

    @Autowired
    ApplicationContext application;

    Http admin;

    @BeforeEach
    void found() {
        admin = Firm.found(application).administrator().http();
    }

    @Test
    void noInputIsAFaultOfOurs() {
        List<String> bodies = List.of(
                "{",
                "[]",
                "null",
                "\"x\"",
                "",
                "{\"name\":{\"a\":[1]}}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"roles\":\"x\"}",
                "{\"name\":\"" + "长".repeat(5000) + "\",\"login\":\"\\ud800\"}");
        for (String path : PATHS) {
            for (String method : List.of("GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS")) {
                if (method.equals("DELETE") && path.equals("session")) continue;
                for (String body : method.equals("GET") ? List.of("") : bodies) {
                    var answer = admin.with("If-Match", "\"1\"").send(method, "/api/v1/" + path, body);
                    assertThat(answer.status())
                            .as(method + " " + path + " " + body.substring(0, Math.min(30, body.length())))
                            .isLessThan(500);
                    if (answer.status() >= 400) {
                        assertThat(answer.headers().firstValue("content-type").orElse(""))
                                .as(method + " " + path)
                                .startsWith("application/problem+json");
                    }
                }
            }
        }
    }

    @Test
    void whatTurnsTheDirectionOfANameIsAControlCharacter() {
        for (String turning : List.of("\u202E", "\u202A", "\u2066", "\u2069")) {
            for (String path : List.of("customers", "tags", "departments")) {
                var answer = admin.post("/api/v1/" + path, Map.of("name", "正" + turning + "反"));
                assertThat(answer.status()).as(path).isEqualTo(422);
                assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("controlCharacter");
            }
        }
    }

    @Test
    void wrongMethodsAndTypesAreToldAsSuch() {
        assertThat(admin.put("/api/v1/session", Map.of()).status()).isEqualTo(405);
        assertThat(admin.delete("/api/v1/setup").status()).isEqualTo(405);
        assertThat(admin.with("Content-Type", "text/plain")
                        .post("/api/v1/roles", "x")
                        .status())
                .isEqualTo(415);
        assertThat(admin.post("/api/v1/roles", "{").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/people/no-id").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/roles/no-id").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/audit?limit=x").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/audit?after=x").status()).isEqualTo(400);
        assertThat(Http.visitor(application).get("/api/v1/people").status()).isEqualTo(401);
        for (String nowhere : List.of("/actuator", "/actuator/env", "/.git/config", "/.env", "/assets/none.js")) {
            assertThat(Http.visitor(application).get(nowhere).status())
                    .as(nowhere)
                    .isEqualTo(404);
        }
    }

    @Test
    void problemsSpeakTheLanguageOfTheCaller() {
        Http visitor = Http.visitor(application);
        assertThat(visitor.get("/api/v1/session").json().path("detail").asString())
                .isEqualTo("请先登录");
        assertThat(visitor.with("Accept-Language", "en-GB,en;q=0.9")
                        .get("/api/v1/session")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("Sign in first");
    }

    @Test
    void aBearerThatIsNoneIsRefusedWhateverCookieComesAlong() {
        assertThat(admin.bearing("cx_nothing").get("/api/v1/session").code()).isEqualTo("tokenRefused");
        assertThat(admin.bearing("").get("/api/v1/session").status()).isEqualTo(401);
    }
}
