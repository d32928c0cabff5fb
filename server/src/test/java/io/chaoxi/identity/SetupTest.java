package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.firm.Setup;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest(ownDatabase = true)
class SetupTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    Setup setup;

    @Test
    void foundsOneFirmAndClosesForEver() throws Exception {
        Http visitor = Http.visitor(application);
        assertThat(visitor.get("/api/v1/setup").json().path("open").asBoolean()).isTrue();
        assertThat(visitor.post("/api/v1/setup", founding("no such code", "boss"))
                        .code())
                .isEqualTo("setupCodeWrong");
        refusesWeakPasswords(visitor);
        tellsAllFaultsAtOnce(visitor);
        oneOfManyWins(visitor, setup.newCode());
        assertThat(visitor.get("/api/v1/setup").json().path("open").asBoolean()).isFalse();
        var late = visitor.post("/api/v1/setup", founding(setup.newCode(), "late"));
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.code()).isEqualTo("setupClosed");
        furtherFirmsAreMadeByTheInstallationsAdministrator(visitor);
    }

    private static Map<String, Object> founding(String code, String login) {
        return Map.of("code", code, "firm", "潮汐", "name", "张三", "login", login, "password", "correct horse battery");
    }

    private void refusesWeakPasswords(Http visitor) {
        for (String password : List.of("short", "password123", "aaaaaaaaaaaa", "boss-boss-boss")) {
            var body = new java.util.HashMap<>(founding(setup.newCode(), "boss"));
            body.put("password", password);
            assertThat(visitor.post("/api/v1/setup", body).status())
                    .as(password)
                    .isEqualTo(422);
        }
    }

    private void tellsAllFaultsAtOnce(Http visitor) {
        var body = new java.util.HashMap<>(founding(setup.newCode(), "zhang san"));
        body.put("password", "short");
        assertThat(visitor.post("/api/v1/setup", body).json().path("errors").findValuesAsString("field"))
                .containsExactly("login", "password");
    }

    private void oneOfManyWins(Http visitor, String code) throws Exception {
        List<Callable<Http.Answer>> racers = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String login = "boss" + i % 4;
            racers.add(() -> visitor.post("/api/v1/setup", founding(code, login)));
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var answer : threads.invokeAll(racers))
                statuses.add(answer.get().status());
        }
        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 403 || status == 429);
    }

    private void furtherFirmsAreMadeByTheInstallationsAdministrator(Http visitor) {
        Http.Answer signedIn = null;
        for (int i = 0; i < 4 && (signedIn == null || signedIn.status() != 200); i++) {
            signedIn =
                    visitor.post("/api/v1/session", Map.of("login", "BOSS" + i, "password", "correct horse battery"));
        }
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().path("installationAdministrator").asBoolean())
                .isTrue();
        assertThat(signedIn.json().path("permissions").size()).isGreaterThan(20);
        Http boss = visitor.inSession(signedIn.session());
        var second = Map.of("firm", "二号", "name", "李四", "login", "second", "password", "correct horse battery");
        assertThat(boss.post("/api/v1/tenants", second).status()).isEqualTo(201);
        assertThat(boss.post("/api/v1/tenants", second).code()).isEqualTo("invalid");
        var other = visitor.post("/api/v1/session", Map.of("login", "second", "password", "correct horse battery"));
        assertThat(other.json().path("firm").path("name").asString()).isEqualTo("二号");
        assertThat(visitor.inSession(other.session())
                        .post("/api/v1/tenants", second)
                        .status())
                .isEqualTo(403);
        hisAccountIsHisOwn(visitor, boss, signedIn.json().path("person"));
    }

    /** Another administrator of his firm could else sign in as him and reach beyond the firm. */
    private void hisAccountIsHisOwn(Http visitor, Http boss, JsonNode himself) {
        Object administrator = boss.get("/api/v1/roles")
                .json()
                .path("items")
                .valueStream()
                .filter(role -> role.path("code").asString().equals("administrator"))
                .map(role -> role.path("id").asString())
                .findFirst()
                .orElseThrow();
        var body =
                Map.of("name", "王五", "login", "third", "password", "one time horse", "roles", List.of(administrator));
        assertThat(boss.post("/api/v1/people", body).status()).isEqualTo(201);
        Http third = visitor.inSession(
                visitor.post("/api/v1/session", Map.of("login", "third", "password", "one time horse"))
                        .session());
        third.post("/api/v1/session/password", Map.of("current", "one time horse", "new", "my own battery"));
        String person = "/api/v1/people/" + himself.path("id").asString();
        long version = third.get(person).json().path("version").asLong();
        for (var answer : List.of(
                third.post(person + "/password", Map.of()),
                third.delete(person + "/factor"),
                third.patch(person, version, Map.of("login", "mine-now")))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("installationAdministratorsOwn");
        }
        assertThat(third.patch(person, version, Map.of("jobTitle", "老板")).status())
                .isEqualTo(200);
    }
}
