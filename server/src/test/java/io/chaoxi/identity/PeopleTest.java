package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class PeopleTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private long version(String path) {
        return admin.get(path).json().path("version").asLong();
    }

    @Test
    void aPersonHasRolesInBodyAndAnswer() {
        var made = admin.post(
                "/api/v1/people",
                Map.of(
                        "name",
                        "曾小贤",
                        "login",
                        "zeng-" + firm.tenant(),
                        "phone",
                        "13800138000",
                        "roles",
                        List.of(firm.role("rep").toString())));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("roles").get(0).path("label").asString()).isEqualTo("销售");
        assertThat(made.json().path("oneTimePassword").asString()).hasSizeGreaterThan(25);
        String path = "/api/v1/people/" + made.json().path("id").asString();
        var changed = admin.patch(
                path,
                version(path),
                Map.of("jobTitle", "经理", "roles", List.of(firm.role("manager").toString())));
        assertThat(changed.json().path("roles").get(0).path("label").asString()).isEqualTo("经理");
        assertThat(changed.json().path("jobTitle").asString()).isEqualTo("经理");
        assertThat(admin.patch(path, 1, Map.of("jobTitle", "x")).status()).isEqualTo(409);
        assertThat(admin.patch(path, Map.of("jobTitle", "x")).status()).isEqualTo(428);
        assertThat(admin.get("/api/v1/people?q=曾小").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void aLoginIsOneInTheInstallationAndNobodyLearnsWhose() {
        Firm other = Firm.found(application);
        var answer = admin.post(
                "/api/v1/people",
                Map.of("name", "甲", "login", other.administrator().login()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("code").asString()).isEqualTo("loginTaken");
        assertThat(answer.text()).doesNotContain(other.administrator().id().toString());
    }

    @Test
    void aLoginOfAColleagueIsRefusedByItsName() {
        String taken = firm.person("rep").login();
        String path = "/api/v1/people/" + firm.person("rep").id();
        for (var answer : List.of(
                admin.post("/api/v1/people", Map.of("name", "乙", "login", taken)),
                admin.patch(path, version(path), Map.of("login", taken.toUpperCase(Locale.ROOT))))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            var error = answer.json().path("errors").get(0);
            assertThat(error.path("field").asString() + " " + error.path("code").asString())
                    .isEqualTo("login loginTaken");
        }
    }

    @Test
    void aNewLoginEndsNothingIsNotedAndThePersonIsTold() {
        SignedIn rep = firm.person("rep");
        String path = "/api/v1/people/" + rep.id();
        String login = "renamed-" + firm.tenant();
        assertThat(admin.patch(path, version(path), Map.of("login", login)).status())
                .isEqualTo(200);
        assertThat(rep.http().get("/api/v1/session").json().at("/person/login").asString())
                .isEqualTo(login);
        var noted = admin.get("/api/v1/audit").json().path("items").path(0);
        assertThat(noted.path("action").asString()).isEqualTo("loginChanged");
        assertThat(noted.path("words").toString()).contains(rep.login() + " → " + login);
        SignInTest.within5Seconds(
                () -> rep.http().get("/api/v1/notifications").text().contains("王管理把你的登录名改成了 " + login));
        admin.patch(path, version(path), Map.of("login", login.toUpperCase(Locale.ROOT)));
        assertThat(admin.get("/api/v1/audit").json().path("items").valueStream())
                .as("the same in capitals is no other")
                .filteredOn(line -> line.path("action").asString().equals("loginChanged"))
                .hasSize(1);
    }

    @Test
    void whatNobodyMayAssignIsRefused() {
        String path = "/api/v1/people/" + firm.person("rep").id();
        for (String field : List.of("id", "tenantId", "version", "deletedAt", "locked", "createdBy", "passwordHash")) {
            var answer = admin.patch(path, version(path), Map.of(field, "1"));
            assertThat(answer.status()).as(field).isEqualTo(422);
        }
        assertThat(admin.get(path).json().path("locked").asBoolean()).isFalse();
    }

    @Test
    void nobodyGrantsWhatHeLacks() {
        var helper = admin.post(
                "/api/v1/roles",
                Map.of(
                        "name",
                        "人事",
                        "permissions",
                        List.of("person.read", "person.create", "person.update", "people.manage", "roles.manage")));
        assertThat(helper.status()).as(helper.text()).isEqualTo(201);
        SignedIn clerk = firm.person("人事");
        SignedIn rep = firm.person("rep");
        String self = "/api/v1/people/" + clerk.id();
        String administrator = firm.role("administrator").toString();
        var steps = List.of(
                clerk.http().patch(self, version(self), Map.of("roles", List.of(administrator))),
                clerk.http()
                        .post(
                                "/api/v1/people",
                                Map.of("name", "乙", "login", "yi-" + firm.tenant(), "roles", List.of(administrator))),
                clerk.http().post("/api/v1/roles", Map.of("name", "大", "permissions", List.of("customer.read"))),
                clerk.http().post("/api/v1/people/" + firm.administrator().id() + "/password", Map.of()),
                clerk.http().post("/api/v1/people/" + firm.administrator().id() + "/lock", Map.of()),
                clerk.http().post("/api/v1/people/" + rep.id() + "/password", Map.of()));
        assertThat(steps)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(403));
    }

    @Test
    void nobodyResetsHisOwnPasswordNeitherInASessionNorByAToken() {
        String own = "/api/v1/people/" + firm.administrator().id() + "/password";
        assertThat(admin.post(own, Map.of()).code()).isEqualTo("notOneself");
        var scopes = List.of("people.manage", "person.read");
        var token = admin.post("/api/v1/tokens", Map.of("name", "程序", "scopes", scopes));
        Http program =
                Http.visitor(application).bearing(token.json().path("token").asString());
        var reset = program.post(own, Map.of("password", "chosen by a thief"));
        assertThat(reset.code()).as(reset.text()).isEqualTo("notOneself");
        assertThat(signIn("chosen by a thief").status()).isEqualTo(401);
        assertThat(signIn(Firm.PASSWORD).status()).isEqualTo(200);
        String colleague = "/api/v1/people/" + firm.person().id() + "/password";
        assertThat(program.post(colleague, Map.of()).status()).isEqualTo(200);
    }

    /** Whoever made a token with a stolen password is out with the password. */
    @Test
    void aTokenWaitsUntilItsPersonHasChosenAPasswordAgain() {
        SignedIn manager = firm.person("manager");
        var made = manager.http().post("/api/v1/tokens", Map.of("name", "程序", "scopes", List.of("customer.read")));
        Http program =
                Http.visitor(application).bearing(made.json().path("token").asString());
        assertThat(program.get("/api/v1/customers").status()).isEqualTo(200);
        var reset = admin.post("/api/v1/people/" + manager.id() + "/password", Map.of());
        assertThat(reset.status()).isEqualTo(200);
        assertThat(program.get("/api/v1/customers").status()).isEqualTo(401);
        String given = reset.json().path("oneTimePassword").asString();
        var session =
                Http.visitor(application).post("/api/v1/session", Map.of("login", manager.login(), "password", given));
        var chosen = Http.visitor(application)
                .inSession(session.session())
                .post("/api/v1/session/password", Map.of("current", given, "new", "one that nobody else knows"));
        assertThat(chosen.status()).as(chosen.text()).isLessThan(300);
        // That it was refused is remembered for two seconds.
        Instant patience = Instant.now().plus(Duration.ofSeconds(10));
        while (program.get("/api/v1/customers").status() != 200) {
            assertThat(Instant.now()).isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private Http.Answer signIn(String password) {
        return Http.visitor(application)
                .post("/api/v1/session", Map.of("login", firm.administrator().login(), "password", password));
    }

    @Test
    void theLastAdministratorStaysAlsoWhenTwoGoAtOnce() throws Exception {
        SignedIn first = firm.administrator();
        String own = "/api/v1/people/" + first.id();
        assertThat(admin.patch(own, version(own), Map.of("roles", List.of())).code())
                .isEqualTo("lastAdministrator");
        assertThat(admin.delete(own).status()).isEqualTo(422);
        SignedIn second = firm.person("administrator");
        List<Callable<Http.Answer>> both = List.of(
                () -> first.http().post("/api/v1/people/" + second.id() + "/lock", null),
                () -> second.http().patch("/api/v1/people/" + first.id(), 1, Map.of("roles", List.of())));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var answer : threads.invokeAll(both)) answer.get();
        }
        var left = List.of(first, second).stream()
                .filter(person -> person.http().get("/api/v1/roles/catalogue").status() == 200)
                .toList();
        SignInTest.within5Seconds(() -> List.of(first, second).stream()
                        .filter(person ->
                                person.http().get("/api/v1/roles/catalogue").status() == 200)
                        .count()
                == 1);
        assertThat(left).isNotEmpty();
    }

    @Test
    void departmentsFormATree() {
        UUID top = firm.department("总部", null);
        UUID south = firm.department("华南", top);
        String path = "/api/v1/departments/" + top;
        var cycle = admin.patch(path, version(path), Map.of("parent", south.toString()));
        assertThat(cycle.json().path("errors").get(0).path("code").asString()).isEqualTo("departmentCycle");
        firm.personIn(south, "rep");
        assertThat(admin.delete("/api/v1/departments/" + south).code()).isEqualTo("departmentInUse");
        assertThat(admin.delete(path).code()).isEqualTo("departmentInUse");
    }

    @Test
    void recordsFollowTheirOwnerIntoHisDepartment() {
        UUID north = firm.department("华北", null);
        UUID south = firm.department("华南", null);
        SignedIn rep = firm.personIn(north, "rep");
        SignedIn manager = firm.personIn(south, "manager");
        UUID customer = firm.record("customer", Map.of("name", "移动的客户", "owner", rep.id()));
        String record = "/api/v1/customers/" + customer;
        assertThat(manager.http().get(record).status()).isEqualTo(404);
        String path = "/api/v1/people/" + rep.id();
        var moved = admin.patch(path, version(path), Map.of("department", south.toString()));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(manager.http().get(record).status()).isEqualTo(200);
    }

    @Test
    void everyoneChangesHisOwnReachAndPreferencesAndNothingElse() {
        SignedIn rep = firm.person("rep");
        var answer = rep.http()
                .patch(
                        "/api/v1/session/person",
                        Map.of("name", "新名字", "phone", "13900139000", "locale", "en", "theme", "dark"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("person").path("name").asString()).isEqualTo("新名字");
        assertThat(answer.json().path("person").path("phone").asString()).isEqualTo("+8613900139000");
        assertThat(rep.http().get("/api/v1/roles").json().path("detail").asString())
                .startsWith("Your role lacks");
        for (String field : List.of("login", "department", "roles", "locked", "id")) {
            assertThat(rep.http()
                            .patch("/api/v1/session/person", Map.of(field, "x"))
                            .status())
                    .as(field)
                    .isEqualTo(422);
        }
        assertThat(rep.http()
                        .patch("/api/v1/session/person", Map.of("timeZone", "Mars/Base"))
                        .status())
                .isEqualTo(422);
    }
}
