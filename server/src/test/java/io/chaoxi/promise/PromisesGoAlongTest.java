package io.chaoxi.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who reaches promises, and what becomes of them when the record changes to which they were made. */
class PromisesGoAlongTest extends GivenWord {
    @Test
    void whoeverReachesTheCustomerReadsThemAndChangesNothing() {
        var made = promise(firm.administrator(), Map.of("details", "底价八折"));
        var read =
                get(rep.http(), "/api/v1/customers/" + customer + "/promises").at("/open/0");
        assertThat(read.path("details").asString()).isEqualTo("底价八折");
        assertThat(read.path("can").valueStream().map(JsonNode::asString)).doesNotContain("update", "delete");
        assertThat(rep.http().get(PROMISES + "/" + id(made)).status()).isEqualTo(404);
        bodies().forEach((verb, body) -> assertThat(
                        act(rep.http(), made, verb, body).status())
                .as(verb)
                .isEqualTo(verb.equals("strike") ? 403 : 404));
        var stranger = firm.person("rep");
        assertThat(stranger.http()
                        .get("/api/v1/customers/" + customer + "/promises")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anotherFirmFindsNothing() {
        var made = promise(rep, Map.of());
        var stranger = Firm.found(application).administrator().http();
        assertThat(stranger.get(PROMISES + "/" + id(made)).status()).isEqualTo(404);
        bodies().forEach((verb, body) ->
                assertThat(act(stranger, made, verb, body).status()).as(verb).isEqualTo(404));
        assertThat(stranger.get("/api/v1/customers/" + customer + "/promises").status())
                .isEqualTo(404);
        assertThat(fault(post(stranger, Map.of()))).isEqualTo("customer unknownReference");
    }

    @Test
    void whatIsOwedToALeadIsOwedToItsCustomerAndWhatWasKeptStays() {
        UUID lead = firm.record("lead", Map.of("name", "转化的公司", "contactName", "李总", "owner", rep.id()));
        var open = promise(rep, Map.of("lead", lead));
        var owed = promise(rep, Map.of("lead", lead, "subject", "没做到的"));
        letPass(owed, 1);
        roundAfter(Duration.ZERO);
        kept(rep, promise(rep, Map.of("lead", lead, "subject", "兑现的")));
        var became = did(admin.with("If-Match", "\"1\"")
                .post("/api/v1/leads/" + lead + "/convert", Map.of("customer", "new", "contact", "new")));
        for (var one : List.of(open, owed)) {
            var moved = get(rep.http(), PROMISES + "/" + id(one));
            assertThat(moved.path("lead").isNull()).isTrue();
            assertThat(moved.at("/customer/id")).isEqualTo(became.at("/customer/id"));
            assertThat(moved.at("/contact/id")).isEqualTo(became.at("/contact/id"));
        }
        assertThat(subjects(
                        get(rep.http(), "/api/v1/leads/" + lead + "/promises").path("closed")))
                .containsExactly("兑现的");
        assertThat(fault(post(rep.http(), Map.of("lead", lead)))).isEqualTo("lead leadConverted");
    }

    @Test
    void mergedCustomersBringTheirsAndTheUndoTakesThemBack() {
        UUID other = firm.record("customer", Map.of("name", "恒锐精密", "owner", rep.id()));
        var made = promise(rep, Map.of("customer", other));
        letPass(made, 1);
        roundAfter(Duration.ZERO);
        var body = Map.of(
                "survivor", Map.of("id", customer, "version", 1), "others", List.of(Map.of("id", other, "version", 1)));
        var merged = admin.post("/api/v1/customers/merges", body);
        assertThat(merged.status()).as(merged.text()).isBetween(200, 201);
        assertThat(get(rep.http(), PROMISES + "/" + id(made)).at("/customer/id").asString())
                .isEqualTo(customer.toString());
        var undone = admin.post("/api/v1/merges/" + id(merged.json()) + "/undo", Map.of());
        assertThat(undone.status()).as(undone.text()).isBetween(200, 204);
        assertThat(get(rep.http(), PROMISES + "/" + id(made)).at("/customer/id").asString())
                .isEqualTo(other.toString());
    }

    @Test
    void twoThatAreOpenAreMerged() {
        var one = promise(rep, Map.of());
        var twin = promise(rep, Map.of());
        var body = Map.of(
                "survivor", Map.of("id", id(one), "version", 1),
                "others", List.of(Map.of("id", id(twin), "version", 1)));
        var merged = admin.post(PROMISES + "/merges", body);
        assertThat(merged.status()).as(merged.text()).isBetween(200, 201);
        assertThat(list(rep, "status==open")).hasSize(1);
    }

    @Test
    void anEarlierOneIsNotMergedIntoOneForALaterDay() {
        var early = promise(rep, Map.of());
        var late = promise(rep, Map.of("dueOn", day(60)));
        var body = Map.of(
                "survivor", Map.of("id", id(late), "version", 1),
                "others", List.of(Map.of("id", id(early), "version", 1)));
        var refused = admin.post(PROMISES + "/merges", body);
        assertThat(refused.code()).as(refused.text()).isEqualTo("promiseNotMerged");
        assertThat(list(rep, "status==open")).hasSize(2);
    }

    @Test
    void aPromiseIsDueByTheClockOfTheFirmWhereverThatMoves() {
        var whole = promise(rep, Map.of());
        var timed = promise(rep, Map.of("dueTime", "18:00"));
        var known = admin.get("/api/v1/firm").json();
        did(admin.patch("/api/v1/firm", known.path("version").asLong(), Map.of("timeZone", "Europe/Berlin")));
        var berlin = ZoneId.of("Europe/Berlin");
        var day = LocalDate.parse(day(3));
        assertThat(due(whole)).isEqualTo(day.plusDays(1).atStartOfDay(berlin).toInstant());
        assertThat(due(timed)).isEqualTo(day.atTime(18, 0).atZone(berlin).toInstant());
    }

    private Instant due(JsonNode promise) {
        return Instant.parse(
                get(admin, PROMISES + "/" + id(promise)).path("dueAt").asString());
    }

    @Test
    void anErasedPersonIsNamedByNone() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer, "phone", "+8613912345678"));
        var made = promise(rep, Map.of("contact", contact, "details", "寄给王建国 +8613912345678"));
        did(rep.http().patch(PROMISES + "/" + id(made), 1, Map.of("subject", "寄给王建国")));
        letPass(made, 1);
        roundAfter(Duration.ZERO);
        var order = Map.of("name", "王建国", "reason", "consentWithdrawn");
        var job = admin.post("/api/v1/privacy/contact/" + contact + "/erase", order);
        assertThat(Jobs.ended(admin, job.json()).path("state").asString())
                .as(job.text())
                .isEqualTo("done");
        var left = get(rep.http(), PROMISES + "/" + id(made));
        assertThat(left.path("contact").isNull()).isTrue();
        assertThat(status(left)).isEqualTo("broken");
        assertThat(left + "" + get(rep.http(), PROMISES + "/" + id(made) + "/history"))
                .doesNotContain("王建国", "13912345678");
    }

    @Test
    void theScoreOutlivesACustomerThatGoesForGood() {
        var broken = broken(2);
        var open = promise(rep, Map.of("subject", "还开着的"));
        firm.administrator()
                .as(() -> inTransaction(() -> {
                    var event = new io.chaoxi.platform.record.RecordsLeaving("customer", List.of(customer));
                    application.publishEvent(event);
                }));
        assertThat(rep.http().get(PROMISES + "/" + id(open)).status()).isEqualTo(404);
        var left = get(rep.http(), PROMISES + "/" + id(broken));
        assertThat(left.path("subject").asString()).isEqualTo("—");
        assertThat(left.path("customer").isNull()).isTrue();
        assertThat(left.path("apologyDueAt").isNull()).isTrue();
        assertThat(get(admin, PROMISES + "/score").at("/firm/broken").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsOwedIsHandedOverAndGoesOnCountingForWhoGaveHisWord() {
        broken(2);
        promise(rep, Map.of());
        kept(rep, promise(rep, Map.of()));
        var heir = firm.person("rep");
        var filter = "owner==" + rep.id() + ";(status==open,apologyDueAt=null=false)";
        var body = Map.of("filter", filter, "action", "assign", "arguments", Map.of("owner", heir.id()));
        var job = Jobs.ended(admin, admin.post(PROMISES + "/bulk", body).json());
        assertThat(job.at("/result/done").asInt()).as(job.toString()).isEqualTo(2);
        assertThat(list(heir, "countsFor==" + rep.id())).hasSize(1);
        assertThat(list(rep, "")).hasSize(1);
    }
}
