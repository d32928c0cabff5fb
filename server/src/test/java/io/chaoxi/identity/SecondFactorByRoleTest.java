package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Authenticator;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class SecondFactorByRoleTest {
    private static final String FACTOR = "/api/v1/session/factor";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private Http.Answer demand(Http who, String role, boolean demanded) {
        String path = "/api/v1/roles/" + firm.role(role);
        long version = admin.get(path).json().path("version").asLong();
        return who.patch(path, version, Map.of("secondFactor", demanded));
    }

    @Test
    void whoLacksTheFactorOfHisRoleCanSetItUpAndNothingElse() {
        SignedIn rep = firm.person("rep");
        assertThat(rep.http().get("/api/v1/customers").status()).isEqualTo(200);
        var role = demand(admin, "rep", true);
        assertThat(role.json().path("secondFactor").asBoolean()).as(role.text()).isTrue();
        SignInTest.within5Seconds(
                () -> rep.http().get("/api/v1/customers").code().equals("secondFactorNeeded"));
        for (String path : List.of("people", "sessions", "tokens", "firm", "notifications", "jobs")) {
            assertThat(rep.http().get("/api/v1/" + path).code()).as(path).isEqualTo("secondFactorNeeded");
        }
        var session = rep.http().get("/api/v1/session").json();
        assertThat(session.path("secondFactorNeeded").asBoolean()).isTrue();
        assertThat(session.path("permissions").size()).isZero();
        assertThat(rep.http().get(FACTOR).json().path("wanted").asBoolean()).isTrue();
        Authenticator.of(rep.http());
        assertThat(rep.http().get("/api/v1/customers").status()).isEqualTo(200);
        assertThat(rep.http()
                        .get("/api/v1/session")
                        .json()
                        .path("secondFactorNeeded")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aPersonOfAnotherRoleAndAProgramAreNotAsked() {
        SignedIn rep = firm.person("rep");
        var made = rep.http().post("/api/v1/tokens", Map.of("name", "程序", "scopes", List.of("customer.read")));
        Http program =
                Http.visitor(application).bearing(made.json().path("token").asString());
        SignedIn manager = firm.person("manager");
        demand(admin, "rep", true);
        SignInTest.within5Seconds(
                () -> rep.http().get("/api/v1/customers").code().equals("secondFactorNeeded"));
        assertThat(manager.http().get("/api/v1/customers").status()).isEqualTo(200);
        assertThat(program.get("/api/v1/customers").status()).isEqualTo(200);
        demand(admin, "rep", false);
        SignInTest.within5Seconds(() -> rep.http().get("/api/v1/customers").status() == 200);
    }

    @Test
    void holdsForAdministratorsToo() {
        assertThat(demand(admin, "administrator", true).status()).isEqualTo(200);
        SignInTest.within5Seconds(() -> admin.get("/api/v1/people").code().equals("secondFactorNeeded"));
        var signedIn = Http.visitor(application)
                .post("/api/v1/session", Map.of("login", firm.administrator().login(), "password", Firm.PASSWORD));
        assertThat(signedIn.json().path("secondFactorNeeded").asBoolean()).isTrue();
        Http fresh = Http.visitor(application).inSession(signedIn.session());
        assertThat(fresh.get("/api/v1/people").code()).isEqualTo("secondFactorNeeded");
        Authenticator.of(fresh);
        assertThat(fresh.get("/api/v1/people").status()).isEqualTo(200);
    }

    @Test
    void whoHasLessThanARoleCannotLiftItsDemand() {
        admin.post(
                "/api/v1/roles",
                Map.of("name", "人事", "permissions", List.of("roles.manage", "people.manage", "person.read")));
        SignedIn clerk = firm.person("人事");
        assertThat(demand(clerk.http(), "administrator", true).code()).isEqualTo("grantBeyondOwn");
        assertThat(admin.get("/api/v1/roles/" + firm.role("administrator"))
                        .json()
                        .path("secondFactor")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anAdministratorResetsItAndThePersonIsTold() {
        SignedIn rep = firm.person("rep");
        Authenticator.of(rep.http());
        String factor = "/api/v1/people/" + rep.id() + "/factor";
        assertThat(firm.person("manager").http().delete(factor).status()).isEqualTo(403);
        assertThat(admin.delete(factor).status()).isEqualTo(204);
        SignInTest.within5Seconds(() -> rep.http().get("/api/v1/session").status() == 401);
        Http again = firm.signIn(rep.id(), rep.login()).http();
        assertThat(again.get(FACTOR).json().path("since").isNull()).isTrue();
        assertThat(admin.get("/api/v1/audit").text()).contains("secondFactorReset");
        SignInTest.within5Seconds(
                () -> again.get("/api/v1/notifications").text().contains("王管理重置了你的两步验证"));
    }

    @Test
    void whoIsDeletedAndRestoredKeepsIt() {
        SignedIn rep = firm.person("rep");
        var phone = Authenticator.of(rep.http());
        String path = "/api/v1/people/" + rep.id();
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.post(path + "/restore", null).status()).isBetween(200, 204);
        assertThat(admin.post(path + "/password", Map.of("password", "one time horse"))
                        .status())
                .isEqualTo(200);
        Http visitor = Http.visitor(application);
        var half = visitor.post("/api/v1/session", Map.of("login", rep.login(), "password", "one time horse"));
        assertThat(half.code()).as(half.text()).isEqualTo("codeNeeded");
        String ticket = half.json().path("ticket").asString();
        var whole = visitor.post("/api/v1/session/code", Map.of("ticket", ticket, "code", phone.recoveryCode()));
        assertThat(whole.status()).as(whole.text()).isEqualTo(200);
    }

    @Test
    void nobodyResetsHisOwnOrThatOfSomebodyWithMoreRights() {
        admin.post("/api/v1/roles", Map.of("name", "人事", "permissions", List.of("people.manage", "person.read")));
        SignedIn clerk = firm.person("人事");
        String of = "/api/v1/people/%s/factor";
        assertThat(clerk.http().delete(of.formatted(firm.administrator().id())).code())
                .isEqualTo("grantBeyondOwn");
        assertThat(clerk.http().delete(of.formatted(clerk.id())).code()).isEqualTo("notOneself");
    }
}
