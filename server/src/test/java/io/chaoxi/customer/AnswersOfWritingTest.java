package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
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
class AnswersOfWritingTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn giver;
    SignedIn taker;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        var role = Map.of(
                "name",
                "交接",
                "permissions",
                List.of("customer.read", "customer.create", "customer.update", "customer.assign"),
                "scopes",
                Map.of("customer", "self"));
        assertThat(firm.administrator().http().post("/api/v1/roles", role).status())
                .isEqualTo(201);
        giver = firm.person("交接");
        taker = firm.person("交接");
    }

    @Test
    void whoGivesARecordAwayIsToldWhatItBecame() {
        var made = giver.http().post(CUSTOMERS, Map.of("name", "赣江航运")).json();
        String path = CUSTOMERS + "/" + made.path("id").asString();
        var given = giver.http().patch(path, 1, Map.of("owner", taker.id().toString()));
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.json().path("version").asLong()).isEqualTo(2);
        assertThat(giver.http().get(path).status()).isEqualTo(404);
        assertThat(taker.http().get(path).status()).isEqualTo(200);
    }

    @Test
    void whoMayAssignOnlyGivesAwayAndChangesNothingElse() {
        var role = Map.of(
                "name",
                "分派",
                "permissions",
                List.of("customer.read", "customer.assign"),
                "scopes",
                Map.of("customer", "all"));
        assertThat(firm.administrator().http().post("/api/v1/roles", role).status())
                .isEqualTo(201);
        var assigner = firm.person("分派").http();
        String path = CUSTOMERS + "/"
                + giver.http()
                        .post(CUSTOMERS, Map.of("name", "抚河米业"))
                        .json()
                        .path("id")
                        .asString();
        var given = assigner.post(path + "/assign", Map.of("owner", taker.id()));
        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(taker.http().get(path).status()).isEqualTo(200);
        assertThat(assigner.patch(path, 2, Map.of("name", "改名")).status()).isEqualTo(403);
        assertThat(giver.http()
                        .post(path + "/assign", Map.of("owner", giver.id()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void workIsOrderedOnceForAKey() {
        var admin = firm.administrator().http();
        var id = giver.http()
                .post(CUSTOMERS, Map.of("name", "修水茶业"))
                .json()
                .path("id")
                .asString();
        var bulk = Map.of("ids", List.of(id), "patch", Map.of("remark", "一次"));
        var export = Map.of("object", "customer", "format", "csv", "fields", List.of("name"));
        var keyed = admin.with("Idempotency-Key", "work-once");
        String first = keyed.post(CUSTOMERS + "/bulk", bulk).json().path("id").asString();
        assertThat(keyed.post(CUSTOMERS + "/bulk", bulk).json().path("id").asString())
                .isEqualTo(first);
        assertThat(keyed.post("/api/v1/exports", export).status())
                .as("another order")
                .isEqualTo(422);
        keyed = admin.with("Idempotency-Key", "export-once");
        String file = keyed.post("/api/v1/exports", export).json().path("id").asString();
        assertThat(keyed.post("/api/v1/exports", export).json().path("id").asString())
                .isEqualTo(file);
        keyed = admin.with("Idempotency-Key", "person-once");
        var person = Map.of("name", "余干", "login", "yugan-" + firm.tenant());
        var made = keyed.post("/api/v1/people", person).json();
        var again = keyed.post("/api/v1/people", person);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.json().path("id")).isEqualTo(made.path("id"));
        assertThat(made.path("oneTimePassword").asString()).isNotEmpty();
        assertThat(again.json().has("oneTimePassword")).isFalse();
    }

    @Test
    void whoAsksAgainIsToldOnlyWhatHeStillReaches() {
        var keyed = giver.http().with("Idempotency-Key", "once-and-again");
        var body = Map.<String, Object>of("name", "信江渔业");
        String id = keyed.post(CUSTOMERS, body).json().path("id").asString();
        assertThat(keyed.post(CUSTOMERS, body).json().path("id").asString()).isEqualTo(id);
        firm.administrator()
                .http()
                .post(
                        CUSTOMERS + "/" + id + "/assign",
                        Map.of("owner", taker.id().toString()));
        var again = keyed.post(CUSTOMERS, body);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.text()).doesNotContain("信江渔业");
    }

    @Test
    void oneselfIsAPersonAndNoRecordOfAnotherKind() {
        var http = firm.administrator().http();
        String oneself = firm.administrator().id().toString();
        var contact = http.post("/api/v1/contacts", Map.of("name", "袁河", "customer", oneself));
        assertThat(contact.status()).as(contact.text()).isEqualTo(422);
        assertThat(contact.json().path("errors").get(0).path("code").asString()).isEqualTo("unknownReference");
        var customer = http.post(CUSTOMERS, Map.of("name", "袁河木业", "referrer", oneself));
        assertThat(customer.status()).as(customer.text()).isEqualTo(422);
    }

    @Test
    void aProgramThatMayOnlyCreateIsToldTheIdAlone() {
        var token = giver.http().post("/api/v1/tokens", Map.of("name", "表单", "scopes", List.of("customer.create")));
        var program =
                Http.visitor(application).bearing(token.json().path("token").asString());
        var made = program.post(CUSTOMERS, Map.of("name", "抚河陶瓷"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().propertyNames()).containsExactly("id");
        String path = CUSTOMERS + "/" + made.json().path("id").asString();
        assertThat(program.get(path).status()).isEqualTo(403);
        assertThat(giver.http().get(path).json().path("name").asString()).isEqualTo("抚河陶瓷");
    }
}
