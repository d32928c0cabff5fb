package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class WallsTest {
    @Autowired
    ApplicationContext application;

    private static String told(Http.Answer answer) {
        return answer.status() + answer.text().replaceAll("\"id\":\"\\d+\"", "");
    }

    @Test
    void anotherFirmFindsNothing() {
        Firm ours = Firm.found(application);
        Http theirs = Firm.found(application).administrator().http();
        UUID department = ours.department("总部", null);
        SignedIn rep = ours.personIn(department, "rep");
        UUID customer = ours.record("customer", Map.of("name", "只属于我们", "owner", rep.id()));
        UUID missing = UUID.randomUUID();
        for (String path : List.of("people/" + rep.id(), "departments/" + department, "customers/" + customer)) {
            String absent = path.substring(0, path.indexOf('/') + 1) + missing;
            assertThat(told(theirs.get("/api/v1/" + path))).isEqualTo(told(theirs.get("/api/v1/" + absent)));
            assertThat(theirs.get("/api/v1/" + path).status()).isEqualTo(404);
            assertThat(theirs.patch("/api/v1/" + path, 1, Map.of("name", "x")).status())
                    .isEqualTo(404);
            assertThat(theirs.delete("/api/v1/" + path).status()).isEqualTo(404);
            assertThat(theirs.get("/api/v1/" + path + "/history").status()).isEqualTo(404);
        }
        for (String verb : List.of("lock", "unlock", "password")) {
            assertThat(theirs.post("/api/v1/people/" + rep.id() + "/" + verb, Map.of())
                            .status())
                    .isEqualTo(404);
        }
        String role = "/api/v1/roles/" + ours.role("rep");
        assertThat(theirs.get(role).status()).isEqualTo(404);
        assertThat(theirs.patch(role, 1, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(theirs.delete(role).status()).isEqualTo(404);
        assertThat(rep.http().get("/api/v1/session").status()).isEqualTo(200);
        assertThat(ours.administrator()
                        .http()
                        .get("/api/v1/people")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(theirs.get("/api/v1/people").json().path("items").size()).isEqualTo(1);
        assertThat(theirs.get("/api/v1/audit").text()).doesNotContain(rep.id().toString());
    }

    @Test
    void referencesIntoAnotherFirmAreRefused() {
        Firm ours = Firm.found(application);
        Firm other = Firm.found(application);
        UUID foreign = other.department("别家", null);
        Http admin = ours.administrator().http();
        var person = admin.post(
                "/api/v1/people",
                Map.of("name", "甲", "login", "jia-" + ours.tenant(), "department", foreign.toString()));
        assertThat(person.status()).isEqualTo(422);
        var role = admin.post(
                "/api/v1/people",
                Map.of(
                        "name",
                        "甲",
                        "login",
                        "jia-" + ours.tenant(),
                        "roles",
                        List.of(other.role("rep").toString())));
        assertThat(role.status()).isEqualTo(422);
        SignedIn rep = ours.person("rep");
        String path = "/api/v1/departments/" + ours.department("自家", null);
        assertThat(admin.patch(
                                path,
                                1,
                                Map.of("leader", other.administrator().id().toString()))
                        .status())
                .isEqualTo(422);
        assertThat(admin.patch(path, 1, Map.of("leader", rep.id().toString())).status())
                .isEqualTo(200);
    }
}
