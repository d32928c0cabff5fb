package io.chaoxi.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import io.chaoxi.testing.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Whoever leaves leaves nothing without somebody in charge. */
@ApplicationTest
class HandoverTest {
    @Autowired
    ApplicationContext application;

    private Firm firm;
    private Http admin;
    private SignedIn leaver;
    private SignedIn heir;
    private SignedIn second;

    @BeforeEach
    void aPersonWithCustomersAndLeads() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        leaver = firm.person("rep");
        heir = firm.person("rep");
        second = firm.person("rep");
        for (int i = 0; i < 5; i++) firm.record("customer", Map.of("name", "交接客户" + i, "owner", leaver.id()));
        for (int i = 0; i < 3; i++) firm.record("lead", Map.of("name", "交接线索" + i, "owner", leaver.id()));
        firm.record("customer", Map.of("name", "别人的客户", "owner", heir.id()));
    }

    private Http.Answer handOver(List<Map<String, Object>> parts) {
        return admin.post("/api/v1/people/" + leaver.id() + "/handover", Map.of("parts", parts, "reason", "离职交接"));
    }

    private static Map<String, Object> to(String object, SignedIn... people) {
        var owners = new ArrayList<UUID>();
        for (SignedIn one : people) owners.add(one.id());
        return Map.of("object", object, "owners", owners, "by", "roundRobin");
    }

    private List<JsonNode> ended(Http.Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return started.json()
                .path("jobs")
                .valueStream()
                .map(job -> Jobs.ended(admin, job))
                .toList();
    }

    private long held(String objects, SignedIn person) {
        return admin.get("/api/v1/" + objects + "/count?filter=owner==" + person.id())
                .json()
                .path("value")
                .asLong();
    }

    private JsonNode holdings() {
        return admin.get("/api/v1/people/" + leaver.id() + "/holdings").json().path("items");
    }

    @Test
    void everythingGoesToOthersInOneStepAndTheHistorySaysSo() {
        assertThat(holdings()
                        .valueStream()
                        .map(one -> one.path("object").asString() + " "
                                + one.path("count").asInt()))
                .contains("customer 5", "lead 3");
        var jobs = ended(handOver(List.of(to("customer", heir, second), to("lead", heir))));
        assertThat(jobs).allMatch(job -> job.path("state").asString().equals("done"));
        assertThat(held("customers", leaver)).isZero();
        assertThat(held("leads", leaver)).isZero();
        assertThat(held("customers", heir)).isEqualTo(1 + 3);
        assertThat(held("customers", second)).isEqualTo(2);
        assertThat(held("leads", heir)).isEqualTo(3);
        String one = admin.get("/api/v1/customers?filter=owner==" + second.id())
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(admin.get("/api/v1/customers/" + one + "/history").text()).contains("\"owner\"");
        assertThat(handOver(List.of(to("customer", heir))).code()).isEqualTo("nothingSelected");
    }

    @Test
    void customersMayGoBackToThePoolInstead() {
        ended(handOver(List.of(Map.of("object", "customer", "release", true))));
        assertThat(held("customers", leaver)).isZero();
        assertThat(admin.get("/api/v1/customers/count?filter=owner=null=true")
                        .json()
                        .path("value")
                        .asLong())
                .isEqualTo(5);
    }

    @Test
    void leadsMayGoBackToTheirPoolAsWell() {
        ended(handOver(List.of(Map.of("object", "lead", "release", true))));
        assertThat(held("leads", leaver)).isZero();
        assertThat(admin.get("/api/v1/leads?filter=owner=null=true;pool=null=false")
                        .json()
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsGiven() {
        assertThat(error(handOver(List.of(to("customer", leaver))))).isEqualTo("parts[0].owners handedToHimself");
        assertThat(error(handOver(List.of(to("customer", heir), to("customer", second)))))
                .isEqualTo("parts[1].object unknownChoice");
        assertThat(error(handOver(List.of(to("lead", heir), Map.of("object", "person", "owners", List.of())))))
                .isEqualTo("parts[1].object unknownChoice");
        assertThat(error(handOver(List.of(Map.of("object", "customer", "owners", List.of(UUID.randomUUID()))))))
                .isEqualTo("parts[0].owners unknownReference");
        assertThat(error(handOver(List.of()))).isEqualTo("parts notBlank");
        assertThat(held("customers", leaver)).isEqualTo(5);
        assertThat(held("leads", leaver)).isEqualTo(3);
    }

    private static String error(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    @Test
    void whoMayNotAssignGivesNothingAndSeesNothing() {
        String path = "/api/v1/people/" + leaver.id();
        assertThat(second.http().get(path + "/holdings").json().path("items").size())
                .isZero();
        var tried =
                second.http().post(path + "/handover", Map.of("parts", List.of(to("customer", second)), "reason", "x"));
        assertThat(tried.status()).isIn(403, 422);
        assertThat(admin.get("/api/v1/people/" + UUID.randomUUID() + "/holdings")
                        .status())
                .isEqualTo(404);
        assertThat(held("customers", leaver)).isEqualTo(5);
    }

    @Test
    void aRecordThatIsNoLongerHisStaysWhereItIs() {
        String one = admin.get("/api/v1/customers?filter=owner==" + leaver.id())
                .json()
                .at("/items/0/id")
                .asString();
        var body = Map.of(
                "ids", List.of(one), "action", "assign", "arguments", Map.of("owner", second.id(), "from", heir.id()));
        var started = admin.post("/api/v1/customers/bulk", body);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        Jobs.ended(admin, started.json());
        assertThat(held("customers", leaver)).isEqualTo(5);
    }

    @Test
    void whatOneMayNotAskForIsLeftOutAndTheRestGoes() {
        var role = Map.of(
                "name", "看不见转化的",
                "permissions",
                        List.of(
                                "person.read",
                                "customer.read",
                                "customer.update",
                                "customer.assign",
                                "lead.read",
                                "lead.assign",
                                "bulk.run"),
                "scopes", Map.of("customer", "all", "lead", "all", "person", "all"),
                "fields", Map.of("lead", Map.of("convertedAt", "hidden")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        var blind = firm.person("看不见转化的").http();
        assertThat(blind.get("/api/v1/people/" + leaver.id() + "/holdings")
                        .json()
                        .path("items")
                        .findValuesAsString("object"))
                .containsExactly("customer");
    }
}
