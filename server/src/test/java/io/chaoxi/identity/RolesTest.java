package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class RolesTest {
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
    void aFirmStartsWithSixRolesOfWhichTheAdministratorsStaysAsItIs() {
        var roles = admin.get("/api/v1/roles").json().path("items");
        assertThat(roles.values())
                .extracting(role -> role.path("code").asString())
                .containsExactly("administrator", "manager", "rep", "service", "finance", "auditor");
        String path = "/api/v1/roles/" + firm.role("administrator");
        assertThat(admin.patch(path, 1, Map.of("permissions", List.of())).code())
                .isEqualTo("administratorUnchangeable");
        assertThat(admin.delete(path).code()).isEqualTo("standardRoleStays");
        assertThat(admin.patch(path, 1, Map.of("name", "老板"))
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("老板");
        assertThat(admin.patch(path, 1, Map.of("name", "再改")).code()).isEqualTo("stale");
    }

    @Test
    void standardRolesAreCalledAsTheReaderSaysAndKeepTheirName() {
        String path = "/api/v1/roles/" + firm.role("manager");
        admin.patch("/api/v1/session/person", Map.of("locale", "en"));
        assertThat(admin.get(path).json().path("name").asString()).isEqualTo("Manager");
        assertThat(admin.patch(path, 1, Map.of("name", "Manager")).status()).isEqualTo(200);
        admin.patch("/api/v1/session/person", Map.of("locale", "zh"));
        assertThat(admin.get(path).json().path("name").asString()).isEqualTo("经理");
    }

    @Test
    void everyRoleHasItsOwnCatalogueOfWhatCanBeAllowed() {
        var catalogue = admin.get("/api/v1/roles/catalogue");
        assertThat(catalogue.status()).isEqualTo(200);
        assertThat(catalogue.json().path("permissions").values())
                .extracting(entry -> entry.path("key").asString())
                .contains("customer.reveal", "person.read", "bulk.run")
                .doesNotContain("person.assign");
        assertThat(firm.person("rep").http().get("/api/v1/roles/catalogue").status())
                .isEqualTo(403);
    }

    @Test
    void ofTwoRolesTheWiderRightCounts() {
        role("窄", List.of("customer.read"), Map.of("customer", "self"), Map.of("phone", "hidden"));
        role("宽", List.of("customer.read"), Map.of("customer", "all"), Map.of("phone", "read"));
        UUID customer = firm.record("customer", Map.of("name", "看得见", "phone", "+8613800138000"));
        SignedIn narrow = firm.person("窄");
        SignedIn both = firm.person("窄", "宽");
        assertThat(narrow.http().get("/api/v1/customers/" + customer).status()).isEqualTo(404);
        assertThat(both.http()
                        .get("/api/v1/customers/" + customer)
                        .json()
                        .path("phone")
                        .asString())
                .isEqualTo("+8613800138000");
        assertThat(narrow.actor().field("customer", "phone", true).key()).isEqualTo("hidden");
    }

    @Test
    void aTokenThatMayOnlyReadWritesNothing() {
        UUID customer = firm.record("customer", Map.of("name", "只看"));
        var made = admin.post("/api/v1/tokens", Map.of("name", "只看", "scopes", List.of("customer.read")));
        Http program =
                Http.visitor(application).bearing(made.json().path("token").asString());
        String one = "/api/v1/customers/" + customer;
        assertThat(program.get(one).status()).isEqualTo(200);
        var view = Map.of("name", "x", "sharing", "private");
        for (var answer : List.of(
                program.post(one + "/comments", Map.of("text", "写了")),
                program.post("/api/v1/views/customer", view),
                program.put("/api/v1/favourites/customer/" + customer, Map.of()),
                program.post("/api/v1/notifications/read", Map.of("all", true)))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("tokenOnlyReads");
        }
    }

    private void role(String name, List<String> permissions, Map<String, String> scopes, Map<String, String> fields) {
        var body = Map.of(
                "name", name, "permissions", permissions, "scopes", scopes, "fields", Map.of("customer", fields));
        var answer = admin.post("/api/v1/roles", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void aRoleInUseStaysAndAnUnknownRightIsRefused() {
        role("有人", List.of("customer.read"), Map.of(), Map.of());
        firm.person("有人");
        assertThat(admin.delete("/api/v1/roles/" + firm.role("有人")).code()).isEqualTo("inUse");
        for (Object body : List.of(
                Map.of("name", "x", "permissions", List.of("customer.fly")),
                Map.of("name", "x", "scopes", Map.of("customer", "galaxy")),
                Map.of("name", "x", "scopes", Map.of("spaceship", "all")),
                Map.of("name", "x", "fields", Map.of("customer", Map.of("phone", "sing"))),
                Map.of("name", " "))) {
            assertThat(admin.post("/api/v1/roles", body).status())
                    .as(body.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void whoHasTheFirmsTimeZoneChangedNeedsTheRight() {
        assertThat(firm.person("manager")
                        .http()
                        .patch("/api/v1/firm", Map.of("name", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.patch("/api/v1/firm", 1, Map.of("timeZone", "Asia/Urumqi"))
                        .json()
                        .path("timeZone")
                        .asString())
                .isEqualTo("Asia/Urumqi");
        assertThat(admin.patch("/api/v1/firm", 2, Map.of("timeZone", "Moon")).status())
                .isEqualTo(422);
        assertThat(admin.patch("/api/v1/firm", 2, Map.of("id", "1")).status()).isEqualTo(422);
    }

    @Test
    void ofTwoWhoChangeTheFirmTheSecondIsToldThatItChanged() {
        long version = admin.get("/api/v1/firm").json().path("version").asLong();
        var first = admin.patch("/api/v1/firm", version, Map.of("shortName", "甲"));
        assertThat(first.json().path("version").asLong()).isEqualTo(version + 1);
        var second = admin.patch("/api/v1/firm", version, Map.of("shortName", "乙"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("stale");
        assertThat(second.json().path("version").asLong()).isEqualTo(version + 1);
        assertThat(admin.get("/api/v1/firm").json().path("shortName").asString())
                .isEqualTo("甲");
        assertThat(admin.patch("/api/v1/firm", Map.of("shortName", "丙")).status())
                .isEqualTo(428);
    }

    @Test
    void ofTwoWhoSetLimitsTheSecondIsToldThatTheyChanged() {
        String path = "/api/v1/firm/limits";
        var read = admin.get(path);
        long version = read.json().path("version").asLong();
        assertThat(read.headers().firstValue("ETag")).contains("\"" + version + "\"");
        var first = admin.patch(path, version, Map.of("exportRowsPerDay", 5_000));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        var second = admin.patch(path, version, Map.of("storageMegabytes", 10, "exportRowsPerDay", 7));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("stale");
        long stands = first.json().path("version").asLong();
        assertThat(second.json().path("version").asLong()).isEqualTo(stands);
        assertThat(admin.get(path).json().path("exportRowsPerDay").asInt()).isEqualTo(5_000);
        assertThat(admin.patch(path, stands, Map.of("exportRowsPerDay", 7)).status())
                .isEqualTo(200);
        assertThat(admin.patch(path, Map.of("exportRowsPerDay", 9)).status()).isEqualTo(428);
    }

    @Test
    void ofLimitsThatAreSentOnlyTheChangedOneIsNoted() {
        var all = new HashMap<String, Object>();
        admin.get("/api/v1/firm/limits")
                .json()
                .properties()
                .forEach(limit -> all.put(limit.getKey(), limit.getValue().asInt()));
        long version = ((Integer) all.remove("version")).longValue();
        all.put("unchangedDays", 30);
        assertThat(admin.patch("/api/v1/firm/limits", version, all).status()).isEqualTo(200);
        var noted = admin.get("/api/v1/audit")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("action").asString().equals("limitChanged"))
                .toList();
        assertThat(noted).hasSize(1);
        assertThat(noted.getFirst().toString()).contains("unchangedDays");
    }
}
