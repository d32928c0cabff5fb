package io.chaoxi.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of visits when the records change that they are about: merged, erased, handed over. */
class VisitsGoAlongTest extends OnTheRoad {
    @Test
    void mergedCustomersBringTheirVisitsAlsoThoseThatAreOver() {
        UUID other = firm.record("customer", Map.of("name", "禾盛食品", "owner", rep.id()));
        var begun = begun(rep, Map.of("customer", other));
        answered(rep, begun);
        did(rep.http().post(at(begun, "/check-out"), Map.of()));
        var body = Map.of("survivor", seen(customer), "others", List.of(seen(other)));
        did(admin.post("/api/v1/customers/merges", body));
        assertThat(get(rep.http(), at(begun, "")).at("/customer/id").asString()).isEqualTo(customer.toString());
    }

    private Map<String, Object> seen(UUID one) {
        long version = get(admin, "/api/v1/customers/" + one).path("version").asLong();
        return Map.of("id", one, "version", version);
    }

    @Test
    void mergedContactsWhoWereBothMetAreToldOnce() {
        UUID twin = firm.record("contact", Map.of("name", "沈月琴（采购）", "customer", customer));
        var begun = begun(rep, Map.of());
        answered(rep, begun);
        did(rep.http().post(at(begun, "/check-out"), Map.of("contacts", List.of(contact, twin))));
        var body = Map.of(
                "survivor", Map.of("id", contact, "version", 1), "others", List.of(Map.of("id", twin, "version", 1)));
        did(admin.post("/api/v1/contacts/merges", body));
        assertThat(get(rep.http(), at(begun, "/stay")).path("met").findValuesAsString("label"))
                .containsExactly("沈月琴");
    }

    @Test
    void anErasedPersonIsNamedByNoVisitAndNoAnswer() {
        UUID person = firm.record("contact", Map.of("name", "方伟国", "customer", customer, "phone", "+8613912345678"));
        var begun = begun(rep, Map.of("contact", person, "goal", "找方伟国看泵房"));
        did(rep.http()
                .put(
                        at(begun, "/answers"),
                        answers(STANDARD, 1, said("more", "方伟国说再快些"), said("gain", "没有"), said("improve", "没有"))));
        did(rep.http().post(at(begun, "/check-out"), Map.of("result", "方伟国很满意", "contacts", List.of(person))));
        var ordered = admin.post(
                "/api/v1/privacy/contact/" + person + "/erase", Map.of("name", "方伟国", "reason", "consentWithdrawn"));
        assertThat(Jobs.ended(admin, ordered.json()).path("state").asString())
                .as(ordered.text())
                .isEqualTo("done");
        for (String part : List.of("", "/answers", "/stay", "/history")) {
            assertThat(get(rep.http(), at(begun, part)).toString()).doesNotContain("方伟国");
        }
    }

    @Test
    void aPlannedVisitIsLateAndMissedByTheClockOfTheFirmWhereverThatMoves() {
        var day = today.plusDays(3);
        var whole = visit(rep, Map.of("plannedOn", day.toString()));
        var timed = visit(rep, Map.of("plannedOn", day.toString(), "fromTime", "10:00"));
        var known = admin.get("/api/v1/firm").json();
        did(admin.patch("/api/v1/firm", known.path("version").asLong(), Map.of("timeZone", "Europe/Berlin")));
        var berlin = ZoneId.of("Europe/Berlin");
        Instant over = day.plusDays(1).atStartOfDay(berlin).toInstant();
        Instant ten = day.atTime(10, 0).atZone(berlin).toInstant();
        var first = get(admin, at(whole, ""));
        assertThat(first.path("startsAt").isNull()).isTrue();
        assertThat(moment(first, "lateFrom")).isEqualTo(over);
        assertThat(moment(first, "missedFrom")).isEqualTo(over);
        var second = get(admin, at(timed, ""));
        assertThat(moment(second, "startsAt")).isEqualTo(ten);
        assertThat(Duration.between(ten, moment(second, "lateFrom")))
                .isEqualTo(Duration.between(moment(timed, "startsAt"), moment(timed, "lateFrom")));
        assertThat(moment(second, "missedFrom")).isEqualTo(over);
    }

    private static Instant moment(JsonNode visit, String field) {
        return Instant.parse(visit.path(field).asString());
    }

    @Test
    void whatIsPlannedIsHandedOverAndWhatWasDoneStays() {
        var other = firm.person("rep");
        var planned = visit(rep, Map.of());
        var begun = begun(rep, Map.of("goal", "在路上"));
        var job = admin.post(
                VISITS + "/bulk",
                Map.of(
                        "ids",
                        List.of(id(planned), id(begun)),
                        "action",
                        "assign",
                        "arguments",
                        Map.of("owner", other.id())));
        var ended = Jobs.ended(admin, job.json());
        assertThat(ended.at("/result/done").asInt()).as(ended.toString()).isEqualTo(1);
        assertThat(list(other, "").stream().map(OnTheRoad::id)).containsExactly(id(planned));
        assertThat(list(rep, "").stream().map(OnTheRoad::id)).containsExactly(id(begun));
    }
}
