package io.chaoxi.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees visits, who makes them, and to whom it is told where somebody was. */
class VisitRightsTest extends OnTheRoad {
    private static final Map<String, Object> PLACE = Map.of("latitude", "30.745", "longitude", "120.755");

    @Test
    void onlyWhoGoesThereChecksInAndAnswers() {
        var made = visit(rep, Map.of());
        assertThat(refusal(admin.post(at(made, "/check-in"), Map.of()))).isEqualTo("403 visitOfAnother");
        assertThat(refusal(admin.put(at(made, "/answers"), threeAnswers()))).isEqualTo("403 visitOfAnother");
        var stranger = firm.person("rep").http();
        assertThat(stranger.post(at(made, "/check-in"), Map.of()).status()).isEqualTo(404);
        assertThat(stranger.get(at(made, "/answers")).status()).isEqualTo(404);
        assertThat(stranger.get(at(made, "/stay")).status()).isEqualTo(404);
    }

    @Test
    void whereSomebodyWasIsToldToHimselfAndToWhoSendsHim() {
        UUID department = firm.department("华东", null);
        var hers = firm.personIn(department, "rep");
        var boss = firm.personIn(department, "manager");
        UUID theirs = firm.record("customer", Map.of("name", "她的客户", "owner", hers.id()));
        var made = visit(hers, Map.of("customer", theirs));
        did(hers.http().post(at(made, "/check-in"), Map.of("position", PLACE)));
        assertThat(get(hers.http(), at(made, "/stay")).at("/stay/in/latitude").asString())
                .startsWith("30.745");
        assertThat(get(boss.http(), at(made, "/stay")).at("/stay/in/latitude").asString())
                .startsWith("30.745");
        var auditor = firm.person("auditor").http();
        assertThat(get(auditor, at(made, "/stay")).path("stay").isNull()).isTrue();
        for (String path : List.of(VISITS, at(made, ""), "/api/v1/customers/" + theirs + "/visits")) {
            assertThat(get(admin, path).toString()).doesNotContain("30.745").doesNotContain("atitude");
        }
    }

    @Test
    void whoeverReachesTheCustomerReadsItsVisitsAndChangesNothing() {
        var made = visit(firm.administrator(), Map.of());
        var read = get(rep.http(), "/api/v1/customers/" + customer + "/visits").at("/open/0");
        assertThat(read.path("goal").asString()).isEqualTo("看二期泵房");
        assertThat(read.path("can").toString()).doesNotContain("update");
        assertThat(rep.http().get(at(made, "")).status()).isEqualTo(404);
        var stranger = firm.person("rep").http();
        assertThat(stranger.get("/api/v1/customers/" + customer + "/visits").status())
                .isEqualTo(404);
        assertThat(fault(post(stranger, Map.of()))).isEqualTo("customer unknownReference");
    }

    @Test
    void aCustomerThatWentToAColleagueMeanwhileIsNoTouchAndHoldsNobodyBack() {
        var begun = begun(rep, Map.of());
        answered(rep, begun);
        var other = firm.person("rep");
        did(admin.patch("/api/v1/customers/" + customer, 1, Map.of("owner", other.id())));
        did(rep.http().post(at(begun, "/check-out"), Map.of("result", "谈完了", "contacts", List.of(contact))));
        assertThat(get(admin, "/api/v1/customers/" + customer).path("touches").asInt())
                .isZero();
    }

    @Test
    void whoMayNotWriteTheResultEndsAVisitWithoutOne() {
        var role = Map.of(
                "name",
                "只签到的",
                "permissions",
                List.of("visit.read", "visit.update", "customer.read", "activity.read", "activity.create"),
                "scopes",
                Map.of("visit", "self", "customer", "all", "activity", "self"),
                "fields",
                Map.of("visit", Map.of("result", "read")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        SignedIn ticking = firm.person("只签到的");
        var made = visit(firm.administrator(), Map.of("owner", ticking.id()));
        did(ticking.http().post(at(made, "/check-in"), Map.of()));
        answered(ticking, made);
        assertThat(fault(ticking.http().post(at(made, "/check-out"), Map.of("result", "改掉"))))
                .isEqualTo("result fieldNotWritable");
        did(ticking.http().post(at(made, "/check-out"), Map.of()));
    }

    @Test
    void anotherFirmFindsNothing() {
        var made = visit(rep, Map.of());
        var foreign = Firm.found(application).administrator().http();
        assertThat(foreign.get(at(made, "")).status()).isEqualTo(404);
        assertThat(foreign.post(at(made, "/check-in"), Map.of()).status()).isEqualTo(404);
        assertThat(foreign.put(at(made, "/answers"), threeAnswers()).status()).isEqualTo(404);
        assertThat(foreign.get("/api/v1/customers/" + customer + "/visits").status())
                .isEqualTo(404);
    }
}
