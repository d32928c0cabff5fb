package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class SignInTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    Http visitor;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        visitor = Http.visitor(application);
    }

    private Http.Answer signIn(String login, String password) {
        return visitor.post("/api/v1/session", Map.of("login", login, "password", password));
    }

    /** Other nodes keep what they know for two seconds; this stands for their view too. */
    static void within5Seconds(BooleanSupplier dead) {
        Instant end = Instant.now().plus(Duration.ofSeconds(5));
        while (!dead.getAsBoolean()) {
            assertThat(Instant.now()).as("still alive after five seconds").isBefore(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void signsInWithACookieOutOfReachOfScripts() {
        var answer = signIn(" " + firm.administrator().login().toUpperCase(java.util.Locale.ROOT), Firm.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("CHAOXI_SESSION=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && !cookie.contains("HttpOnly"));
        assertThat(answer.json().path("person").path("name").asString()).isEqualTo("王管理");
        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void tellsAWrongPasswordFromAnUnknownLoginInNoWay() {
        var wrong = signIn(firm.administrator().login(), "wrong password!");
        var unknown = signIn("nobody-" + firm.tenant(), "wrong password!");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.text().replaceAll("\"id\":\"\\d+\"", ""))
                .isEqualTo(unknown.text().replaceAll("\"id\":\"\\d+\"", ""));
    }

    @Test
    void slowsGuessingDownAfterTenAttempts() {
        String login = "guessed-" + firm.tenant();
        for (int i = 0; i < 10; i++)
            assertThat(signIn(login, "wrong password " + i).status()).isEqualTo(401);
        var eleventh = signIn(login, "wrong password");
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.headers().firstValue("retry-after")).isPresent();
        assertThat(signIn(firm.administrator().login(), Firm.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void refusesAChangeWithoutTheTokenOfThePage() {
        String secret = signIn(firm.administrator().login(), Firm.PASSWORD).session();
        var answer = visitor.with("Cookie", "CHAOXI_SESSION=" + secret).post("/api/v1/roles", Map.of("name", "x"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("xsrfTokenWrong");
        assertThat(visitor.inSession(secret)
                        .post("/api/v1/roles", Map.of("name", "x"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void endsASessionThatIsSignedOutOrRevoked() {
        SignedIn rep = firm.person("rep");
        Http second = firm.signIn(rep.id(), rep.login()).http();
        var list = second.get("/api/v1/sessions").json().path("items");
        assertThat(list.size()).isEqualTo(2);
        for (var session : list.values()) {
            if (session.path("current").asBoolean()) continue;
            assertThat(second.delete("/api/v1/sessions/" + session.path("id").asString())
                            .status())
                    .isEqualTo(204);
        }
        within5Seconds(() -> rep.http().get("/api/v1/session").status() == 401);
        assertThat(second.delete("/api/v1/session").status()).isEqualTo(204);
        within5Seconds(() -> second.get("/api/v1/session").status() == 401);
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        String login = firm.administrator().login();
        Http mine = visitor.inSession(signIn(login, Firm.PASSWORD).session());
        Http other = visitor.inSession(signIn(login, Firm.PASSWORD).session());
        assertThat(mine.post("/api/v1/session/password", Map.of("current", "not mine at all", "new", "another secret"))
                        .code())
                .isEqualTo("invalid");
        assertThat(mine.post("/api/v1/session/password", Map.of("current", Firm.PASSWORD, "new", "another secret"))
                        .status())
                .isEqualTo(204);
        within5Seconds(() -> other.get("/api/v1/session").status() == 401);
        assertThat(mine.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(signIn(login, Firm.PASSWORD).status()).isEqualTo(401);
        assertThat(signIn(login, "another secret").status()).isEqualTo(200);
    }

    @Test
    void aOneTimePasswordOpensOnlyTheWayToOnesOwn() {
        Http admin = firm.administrator().http();
        String login = "new-" + firm.tenant();
        var made = admin.post(
                "/api/v1/people",
                Map.of(
                        "name",
                        "新人",
                        "login",
                        login,
                        "roles",
                        List.of(firm.role("administrator").toString())));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String oneTime = made.json().path("oneTimePassword").asString();
        var half = signIn(login, oneTime);
        assertThat(half.json().path("passwordChangeNeeded").asBoolean()).isTrue();
        assertThat(half.json().path("permissions").size()).isZero();
        Http person = visitor.inSession(half.session());
        assertThat(person.get("/api/v1/people").code()).isEqualTo("passwordChangeNeeded");
        assertThat(person.post("/api/v1/tokens", Map.of("name", "x", "scopes", List.of("person.read")))
                        .status())
                .isEqualTo(403);
        assertThat(person.post("/api/v1/session/password", Map.of("current", oneTime, "new", "quite another one"))
                        .status())
                .isEqualTo(204);
        assertThat(person.get("/api/v1/people").status()).isEqualTo(200);
        assertThat(signIn(login, oneTime).status()).isEqualTo(401);
    }

    @Test
    void aTokenCarriesAPartOfItsMakersRightsUntilItIsDeleted() {
        SignedIn rep = firm.person("rep");
        assertThat(token(rep, "people.manage").status()).isEqualTo(422);
        assertThat(token(rep, "no.such").status()).isEqualTo(422);
        var made = token(rep, "person.read");
        assertThat(made.json().path("token").asString()).startsWith("cx_").hasSizeGreaterThan(43);
        Http program = visitor.bearing(made.json().path("token").asString());
        assertThat(program.get("/api/v1/people").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/departments").status()).isEqualTo(403);
        assertThat(program.get("/api/v1/tokens").code()).isEqualTo("sessionNeeded");
        assertThat(program.post("/api/v1/session/password", Map.of("current", "x", "new", "y"))
                        .status())
                .isEqualTo(403);
        assertThat(rep.http()
                        .delete("/api/v1/tokens/" + made.json().path("id").asString())
                        .status())
                .isEqualTo(204);
        within5Seconds(() -> program.get("/api/v1/people").status() == 401);
    }

    @Test
    void aProgramIsAnsweredInTheLanguageItAsksForAndAPersonInHisOwn() {
        SignedIn admin = firm.administrator();
        firm.record("customer", Map.of("name", "太湖渔业", "importance", "vip"));
        String secret = token(admin, "customer.read").json().path("token").asString();
        Http program = visitor.bearing(secret);
        String list = "/api/v1/customers?fields=importance";
        String bad = "/api/v1/customers?filter=nothing==1";
        assertThat(program.get(list).text()).contains("贵宾");
        assertThat(program.with("Accept-Language", "*").get(list).text()).contains("贵宾");
        Http english = program.with("Accept-Language", "fr, en-GB;q=0.8, zh;q=0.5");
        assertThat(english.get(list).text()).contains("VIP").doesNotContain("贵宾");
        assertThat(english.get(bad).json().path("detail").asString()).startsWith("The filter names");
        Http browser = admin.http().with("Accept-Language", "en");
        assertThat(browser.get(list).text()).contains("贵宾");
        assertThat(browser.get(bad).json().path("detail").asString()).startsWith("筛选条件");
    }

    @Test
    void theAccessLogTellsWhoSignedInAndOutAndOnWhatDevice() {
        String login = firm.administrator().login();
        UUID admin = firm.administrator().id();
        Http phone = visitor.with("User-Agent", "Mozilla/5.0 (iPhone) Safari/604.1");
        phone.post("/api/v1/session", Map.of("login", login, "password", "a wrong password"));
        var session = phone.post("/api/v1/session", Map.of("login", login, "password", Firm.PASSWORD));
        phone.inSession(session.session()).delete("/api/v1/session");
        Http reader = firm.administrator().http();
        within5Seconds(() -> reader.get("/api/v1/audit").text().contains("signInRefused"));
        var lines =
                reader.get("/api/v1/audit").json().path("items").valueStream().toList();
        var byAction = lines.stream()
                .collect(java.util.stream.Collectors.toMap(
                        line -> line.path("action").asString(), line -> line, (newer, older) -> newer));
        for (String action : List.of("signedIn", "signedOut")) {
            var line = byAction.get(action);
            assertThat(line.path("by").path("id").asString()).as(action).isEqualTo(admin.toString());
            assertThat(line.path("by").path("label").asString()).isEqualTo("王管理");
            assertThat(line.path("detail").path("agent").asString()).contains("iPhone");
            assertThat(line.path("address").asString()).isNotEmpty();
        }
        var refused = byAction.get("signInRefused");
        assertThat(refused.path("by").isNull()).as("nobody knows who tried").isTrue();
        assertThat(refused.path("record").path("label").asString()).isEqualTo("王管理");
        assertThat(refused.path("detail").path("why").asString()).isEqualTo("password");
        assertThat(refused.path("address").asString()).isNotEmpty();
    }

    private static Http.Answer token(SignedIn maker, String scope) {
        return maker.http().post("/api/v1/tokens", Map.of("name", "程序", "scopes", List.of(scope)));
    }

    @Test
    void lockingEndsSessionsAndTokensAtOnce() {
        SignedIn rep = firm.person("rep");
        Http program =
                visitor.bearing(token(rep, "person.read").json().path("token").asString());
        assertThat(program.get("/api/v1/people").status()).isEqualTo(200);
        Http admin = firm.administrator().http();
        assertThat(admin.post("/api/v1/people/" + rep.id() + "/lock", null).status())
                .isEqualTo(204);
        within5Seconds(() -> rep.http().get("/api/v1/session").status() == 401);
        within5Seconds(() -> program.get("/api/v1/people").status() == 401);
        var log = admin.get("/api/v1/audit").text();
        assertThat(log).contains("\"locked\"").contains("\"tokenMade\"").contains("\"rolesGiven\"");
    }

    @Test
    void aRightTakenAwayIsGone() {
        SignedIn rep = firm.person("auditor");
        assertThat(rep.http().get("/api/v1/audit").status()).isEqualTo(200);
        var person =
                firm.administrator().http().get("/api/v1/people/" + rep.id()).json();
        var answer = firm.administrator()
                .http()
                .patch("/api/v1/people/" + rep.id(), person.path("version").asLong(), Map.of("roles", List.of()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        within5Seconds(() -> rep.http().get("/api/v1/audit").status() == 403);
    }
}
