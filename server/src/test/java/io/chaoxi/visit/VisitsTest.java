package io.chaoxi.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A visit from its plan to its end: begun once, ended once, one touch, whatever is sent again. */
class VisitsTest extends OnTheRoad {
    private static final Map<String, Object> PLACE =
            Map.of("latitude", "30.745123", "longitude", "120.755486", "accuracy", 18);

    private List<JsonNode> activities() {
        return get(rep.http(), "/api/v1/activities?filter=customer==" + customer)
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void aGoalACustomerAndADayAreEnough() {
        var made = visit(rep, Map.of());
        assertThat(made.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(made.at("/status/id").asString()).isEqualTo("planned");
        assertThat(made.at("/manner/id").asString()).isEqualTo("onSite");
        assertThat(made.path("startsAt").isNull()).isTrue();
        assertThat(Instant.parse(made.path("missedFrom").asString()))
                .isEqualTo(today.plusDays(1).atStartOfDay(SHANGHAI).toInstant());
        assertThat(fault(rep.http().post(VISITS, Map.of("goal", "没有客户", "plannedOn", today.toString()))))
                .startsWith("customer ");
    }

    @Test
    void timesThatCannotBeAreRefusedWithTheirField() {
        assertThat(fault(post(rep.http(), Map.of("fromTime", "25:00")))).isEqualTo("fromTime notATimeOfDay");
        assertThat(fault(post(rep.http(), Map.of("toTime", "10:00")))).isEqualTo("fromTime fromTimeNeeded");
        assertThat(fault(post(rep.http(), Map.of("fromTime", "10:00", "toTime", "9:30"))))
                .isEqualTo("toTime untilBeforeFrom");
        assertThat(fault(post(rep.http(), Map.of("plannedOn", "1900-01-01")))).isEqualTo("plannedOn longAgo");
        assertThat(fault(post(rep.http(), Map.of("status", "done")))).isEqualTo("status fieldComputed");
        var other = firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        assertThat(fault(post(rep.http(), Map.of("customer", other, "contact", contact))))
                .isEqualTo("contact contactOfAnother");
    }

    @Test
    void whoComesWithinTheGraceIsInTimeAndWhoComesLaterIsLate() {
        var day = Map.<String, Object>of("plannedOn", today.minusDays(1).toString(), "fromTime", "9:00");
        var prompt = did(rep.http()
                .post(
                        at(visit(rep, day), "/check-in"),
                        Map.of("at", yesterday(9, 15).toString())));
        assertThat(prompt.path("lateBy").isNull()).isTrue();
        var late = did(rep.http()
                .post(
                        at(visit(rep, day), "/check-in"),
                        Map.of("at", yesterday(9, 16).toString())));
        assertThat(late.path("lateBy").asInt()).isEqualTo(16);
        assertThat(list(rep, "lateBy=gt=0").stream().map(OnTheRoad::id)).containsExactly(id(late));
        did(admin.patch("/api/v1/firm/limits", 1, Map.of("visitGraceMinutes", 30)));
        var granted = did(rep.http()
                .post(
                        at(visit(rep, day), "/check-in"),
                        Map.of("at", yesterday(9, 16).toString())));
        assertThat(granted.path("lateBy").isNull())
                .as("the firm grants half an hour")
                .isTrue();
    }

    @Test
    void aDayThatIsOverWithoutACheckInIsAMissedVisitUntilItIsMoved() {
        var missed = visit(rep, Map.of("plannedOn", today.minusDays(1).toString()));
        visit(rep, Map.of("goal", "今天的"));
        assertThat(list(rep, VisitStatus.MISSED).stream().map(OnTheRoad::id)).containsExactly(id(missed));
        did(rep.http()
                .patch(at(missed, ""), 1, Map.of("plannedOn", today.plusDays(1).toString())));
        assertThat(list(rep, VisitStatus.MISSED)).isEmpty();
    }

    @Test
    void checkingOutTouchesTheCustomerOnceAndPlansWhatWasAgreedOn() {
        var begun = begun(rep, Map.of());
        answered(rep, begun);
        var body = Map.of(
                "result",
                "月底给样机",
                "nextFollowUp",
                today.plusDays(7).toString(),
                "contacts",
                List.of(contact),
                "position",
                PLACE);
        var done = did(sent(rep.http(), begun, "check-out", "out-1", body));
        assertThat(done.at("/status/id").asString()).isEqualTo("done");
        assertThat(done.path("result").asString()).isEqualTo("月底给样机");
        var again = did(sent(rep.http(), begun, "check-out", "out-1", body));
        assertThat(again.path("version")).isEqualTo(done.path("version"));
        assertThat(activities()).hasSize(1);
        var activity = activities().getFirst();
        assertThat(activity.at("/kind/id").asString()).isEqualTo("visit");
        assertThat(activity.at("/contact/id").asString()).isEqualTo(contact.toString());
        assertThat(activity.path("at")).isEqualTo(done.path("checkedInAt"));
        var touched = get(rep.http(), "/api/v1/customers/" + customer);
        assertThat(touched.path("touches").asInt()).isEqualTo(1);
        assertThat(touched.path("nextFollowUp").asString())
                .isEqualTo(today.plusDays(7).toString());
        assertThat(refusal(sent(rep.http(), begun, "check-out", "out-2", Map.of())))
                .isEqualTo("409 visitDone");
        var met = get(rep.http(), at(begun, "/stay")).path("met");
        assertThat(met.findValuesAsString("label")).containsExactly("沈月琴");
    }

    @Test
    void ofManyCopiesOfARequestOneTakesEffectAndAllAreAnswered() throws Exception {
        var made = visit(rep, Map.of());
        assertThat(together(made, "check-in")).containsOnly(200);
        assertThat(get(rep.http(), at(made, "")).path("version").asInt()).isEqualTo(2);
        answered(rep, made);
        assertThat(together(made, "check-out")).containsOnly(200);
        assertThat(activities()).hasSize(1);
        assertThat(refusal(sent(rep.http(), made, "check-in", "another", Map.of())))
                .isEqualTo("409 visitCheckedIn");
    }

    private List<Integer> together(JsonNode visit, String verb) throws Exception {
        List<Callable<Integer>> copies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            copies.add(
                    () -> sent(rep.http(), visit, verb, verb + "-1", Map.of()).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(copies)) answers.add(one.get());
        }
        return answers;
    }

    @Test
    void whatWasKeptWithoutANetworkCountsFromWhenItWasButNotAheadAndNotForever() {
        var made = visit(rep, Map.of("plannedOn", today.minusDays(1).toString()));
        Instant began = yesterday(14, 5);
        var begun = did(rep.http().post(at(made, "/check-in"), Map.of("at", began.toString(), "position", PLACE)));
        assertThat(Instant.parse(begun.path("checkedInAt").asString())).isEqualTo(began);
        var stay = get(rep.http(), at(made, "/stay")).path("stay");
        assertThat(Instant.parse(stay.path("inReceivedAt").asString())).isAfter(began);
        assertThat(stay.at("/in/accuracy").asInt()).isEqualTo(18);
        var later = visit(rep, Map.of());
        Instant now = Instant.now();
        assertThat(fault(rep.http()
                        .post(
                                at(later, "/check-in"),
                                Map.of("at", now.plus(Duration.ofMinutes(10)).toString()))))
                .isEqualTo("at inFuture");
        assertThat(fault(rep.http()
                        .post(
                                at(later, "/check-in"),
                                Map.of("at", now.minus(Duration.ofHours(73)).toString()))))
                .isEqualTo("at visitTooLongAgo");
        assertThat(fault(rep.http().post(at(later, "/check-in"), Map.of("at", "gestern"))))
                .isEqualTo("at notAMoment");
        answered(rep, made);
        assertThat(fault(rep.http()
                        .post(
                                at(made, "/check-out"),
                                Map.of("at", yesterday(14, 0).toString()))))
                .isEqualTo("at beforeCheckIn");
    }

    @Test
    void aPlaceThatIsNowhereIsRefused() {
        var made = visit(rep, Map.of());
        var north = Map.of("position", Map.of("latitude", 91, "longitude", 120));
        assertThat(fault(rep.http().post(at(made, "/check-in"), north))).isEqualTo("position.latitude outOfRange");
        var half = Map.of("position", Map.of("latitude", 30));
        assertThat(fault(rep.http().post(at(made, "/check-in"), half))).isEqualTo("position.longitude notBlank");
    }

    @Test
    void onceBegunWhoGoesWhereAndWhenStandsAndTheResultMayStillBeMended() {
        var begun = begun(rep, Map.of());
        long version = begun.path("version").asLong();
        assertThat(fault(rep.http().patch(at(begun, ""), version, Map.of("plannedOn", "2031-03-12"))))
                .isEqualTo("plannedOn visitBegun");
        did(rep.http()
                .patch(
                        at(begun, ""),
                        version,
                        Map.of("gift", "茶叶", "giftCost", Map.of("amount", "120", "currency", "CNY"))));
    }

    @Test
    void itIsCancelledWithAReasonAndThenTakesNothingMore() {
        var made = visit(rep, Map.of());
        var by = rep.http().with("If-Match", "\"1\"");
        assertThat(fault(by.post(at(made, "/cancel"), Map.of()))).isEqualTo("reason notBlank");
        var cancelled = did(by.post(at(made, "/cancel"), Map.of("reason", "客户出差")));
        assertThat(cancelled.path("cancelReason").asString()).isEqualTo("客户出差");
        assertThat(refusal(rep.http().post(at(made, "/check-in"), Map.of()))).isEqualTo("409 visitCancelled");
        assertThat(refusal(rep.http().put(at(made, "/answers"), threeAnswers())))
                .isEqualTo("409 visitCancelled");
        assertThat(refusal(by.post(at(made, "/cancel"), Map.of("reason", "再来"))))
                .isEqualTo("409 visitCancelled");
    }

    @Test
    void theEndNeedsABeginningAndWhomOneMetWorksThere() {
        var made = visit(rep, Map.of());
        assertThat(refusal(rep.http().post(at(made, "/check-out"), Map.of()))).isEqualTo("409 visitNotBegun");
        var begun = begun(rep, Map.of());
        answered(rep, begun);
        UUID other = firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        UUID stranger = firm.record("contact", Map.of("name", "李梅", "customer", other));
        assertThat(fault(rep.http().post(at(begun, "/check-out"), Map.of("contacts", List.of(stranger)))))
                .isEqualTo("contacts contactOfAnother");
        assertThat(activities()).as("nothing half done").isEmpty();
    }

    @Test
    void theCustomerTellsWhoVisitsIt() {
        visit(rep, Map.of("goal", "后去", "plannedOn", today.plusDays(3).toString()));
        visit(rep, Map.of("goal", "先去"));
        var by = firm.administrator().http().with("If-Match", "\"1\"");
        did(by.post(at(visit(rep, Map.of("goal", "不去了")), "/cancel"), Map.of("reason", "改期")));
        var block = get(rep.http(), "/api/v1/customers/" + customer + "/visits");
        assertThat(block.path("open").findValuesAsString("goal")).containsExactly("先去", "后去");
        assertThat(block.path("closed").findValuesAsString("goal")).containsExactly("不去了");
    }

    @Test
    void theDayTellsWhatIsToBeVisitedAndWhatWasMissed() {
        visit(rep, Map.of("goal", "今天去"));
        visit(rep, Map.of("goal", "错过的", "plannedOn", today.minusDays(2).toString()));
        visit(rep, Map.of("goal", "以后的", "plannedOn", today.plusDays(2).toString()));
        begun(rep, Map.of("goal", "在客户那里"));
        var sections = get(rep.http(), "/api/v1/today").path("sections");
        assertThat(labels(sections, "visitsOfToday")).containsExactlyInAnyOrder("今天去", "在客户那里");
        assertThat(labels(sections, "missedVisits")).containsExactly("错过的");
    }

    private static List<String> labels(JsonNode sections, String key) {
        return sections.valueStream()
                .filter(section -> section.path("key").asString().equals(key))
                .flatMap(section -> section.path("items").valueStream())
                .map(item -> item.at("/record/label").asString())
                .toList();
    }
}
