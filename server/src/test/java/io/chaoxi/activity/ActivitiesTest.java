package io.chaoxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was done with a customer: written by one, read by whoever has the customer, counted on the customer. */
@ApplicationTest
class ActivitiesTest extends DealtWith {
    @Test
    void oneLineIsEnoughAndTheCustomerKnowsOfIt() {
        long version = customer().path("version").asLong();
        var made = logged(
                rep,
                Map.of(
                        "content",
                        "要 200 台\n月底定",
                        "nextFollowUp",
                        today.plusDays(3).toString()));
        assertThat(made.path("title").asString()).isEqualTo("要 200 台");
        assertThat(made.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(Instant.parse(made.path("at").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        var touched = customer();
        assertThat(touched.path("touches").asInt()).isEqualTo(1);
        assertThat(touched.path("lastTouchAt")).isEqualTo(made.path("at"));
        assertThat(touched.path("nextFollowUp").asString())
                .isEqualTo(today.plusDays(3).toString());
        assertThat(touched.path("version").asLong()).isEqualTo(version);
    }

    @Test
    void theLatestStandFirstWheneverTheyWereWritten() {
        logged(rep, Map.of("content", "上周", "at", ago(Duration.ofDays(7))));
        logged(rep, Map.of("content", "今天"));
        logged(rep, Map.of("content", "上月", "at", ago(Duration.ofDays(30))));
        var list = rep.http().get(ACTIVITIES).json().path("items").valueStream();
        assertThat(list.map(one -> one.path("title").asString())).containsExactly("今天", "上周", "上月");
        assertThat(rep.http()
                        .get("/api/v1/fields/activity")
                        .json()
                        .path("defaultSort")
                        .asString())
                .isEqualTo("-at");
    }

    @Test
    void anOutcomeAloneIsEnoughAndGivesTheTitle() {
        assertThat(logged(rep, Map.of("outcome", "noAnswer")).path("title").asString())
                .isEqualTo("没人接");
        var nothing = log(rep, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.json().at("/errors/0/code").asString()).isEqualTo("contentOrOutcome");
    }

    @Test
    void whatWasDoneWhereSomebodyWorkedBeforeStaysThere() {
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        logged(rep, Map.of("content", "底价 8 折", "contact", contact));
        SignedIn other = firm.person("rep");
        UUID elsewhere = firm.record("customer", Map.of("name", "新东家", "owner", other.id()));
        firm.administrator().http().patch("/api/v1/contacts/" + contact, 1, Map.of("customer", elsewhere));
        assertThat(other.http().get("/api/v1/contacts/" + contact + "/timeline").text())
                .doesNotContain("底价");
        assertThat(timeline(rep, "?types=activity")).hasSize(1);
    }

    @Test
    void aHiddenTextIsNotToldByTheTitleThatBeginsWithIt() {
        logged(firm.administrator(), Map.of("content", "底价八折"));
        var role = Map.of(
                "name", "看不到内容",
                "permissions", List.of("customer.read", "activity.read"),
                "scopes", Map.of("customer", "all", "activity", "all"),
                "fields", Map.of("activity", Map.of("content", "hidden")));
        assertThat(firm.administrator().http().post("/api/v1/roles", role).status())
                .isEqualTo(201);
        var blind = firm.person("看不到内容").http();
        assertThat(blind.get(ACTIVITIES).text() + blind.get(path + "/timeline").text())
                .doesNotContain("底价");
        assertThat(blind.get(ACTIVITIES + "?q=底价").json().path("items").size()).isZero();
        assertThat(blind.get(ACTIVITIES + "?filter=title=like=底价").status()).isEqualTo(400);
    }

    @Test
    void timesThatCannotBeAreRefusedWithTheirField() {
        var ahead = log(
                rep,
                Map.of("content", "x", "at", Instant.now().plusSeconds(3600).toString()));
        assertThat(ahead.json().at("/errors/0/field").asString()).isEqualTo("at");
        assertThat(ahead.json().at("/errors/0/code").asString()).isEqualTo("inFuture");
        var before = log(
                rep, Map.of("content", "x", "nextFollowUp", today.minusDays(1).toString()));
        assertThat(before.json().at("/errors/0/code").asString()).isEqualTo("beforeActivity");
        assertThat(customer().path("touches").asInt()).isZero();
    }

    @Test
    void theContactIsOneOfTheCustomer() {
        UUID own = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        UUID other = firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        UUID stranger = firm.record("contact", Map.of("name", "李梅", "customer", other));
        assertThat(log(rep, Map.of("content", "x", "contact", stranger))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("contactOfAnother");
        logged(rep, Map.of("content", "问价", "contact", own));
        var withHim = rep.http()
                .get("/api/v1/contacts/" + own + "/timeline?types=activity")
                .json();
        assertThat(withHim.at("/items/0/content").asString()).isEqualTo("问价");
    }

    @Test
    void whoHasTheCustomerReadsWhatOthersDidAndNobodyElse() {
        SignedIn other = firm.person("rep");
        String id = logged(rep, Map.of("content", "第一次拜访")).path("id").asString();
        assertThat(log(other, Map.of("content", "混进来"))
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("unknownReference");
        firm.administrator().http().patch(path, 1, Map.of("owner", other.id()));
        var read = timeline(other, "?types=activity").getFirst();
        assertThat(read.path("content").asString()).isEqualTo("第一次拜访");
        assertThat(read.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(read.path("can").valueStream().map(JsonNode::asString)).doesNotContain("update", "delete");
        assertThat(other.http()
                        .patch(ACTIVITIES + "/" + id, 1, Map.of("content", "改"))
                        .status())
                .isEqualTo(404);
        assertThat(rep.http().get(path + "/timeline").status()).isEqualTo(404);
        assertThat(rep.http()
                        .get(ACTIVITIES + "/" + id)
                        .json()
                        .at("/customer/label")
                        .asString())
                .doesNotContain("恒锐");
    }

    @Test
    void theTimelineStandsInTheOrderInWhichThingsHappened() {
        logged(rep, Map.of("content", "上周", "at", ago(Duration.ofDays(7))));
        rep.http().post(path + "/comments", Map.of("text", "今天说的"));
        logged(rep, Map.of("content", "昨天", "at", ago(Duration.ofDays(1))));
        assertThat(timeline(rep, "").stream().map(item -> item.path("type").asString()))
                .containsExactly("comment", "change", "activity", "activity");
        assertThat(timeline(rep, "?types=activity").stream()
                        .map(item -> item.path("content").asString()))
                .containsExactly("昨天", "上周");
    }

    /** Imported history: many of one day at the same minute, made after everything else. */
    @Test
    void aPastOfOneMomentIsReadPageByPageWithNothingTwiceAndNothingMissing() {
        String at = ago(Duration.ofDays(30));
        for (int i = 0; i < 70; i++)
            logged(rep, Map.of("content", "第" + i, "at", i % 7 == 0 ? ago(Duration.ofDays(i)) : at));
        for (int i = 0; i < 10; i++) rep.http().post(path + "/comments", Map.of("text", "n" + i));
        var ids = new ArrayList<String>();
        String after = "";
        do {
            var page = rep.http().get(path + "/timeline?after=" + after).json();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(ids).hasSize(81).doesNotHaveDuplicates();
    }

    @Test
    void deletedOnesCountNoMoreAndCountAgainWhenTheyComeBack() {
        logged(rep, Map.of("content", "早", "at", ago(Duration.ofDays(3))));
        var late = logged(rep, Map.of("content", "晚"));
        String address = ACTIVITIES + "/" + late.path("id").asString();
        assertThat(rep.http().delete(address).status()).isEqualTo(204);
        assertThat(customer().path("touches").asInt()).isEqualTo(1);
        assertThat(customer().path("lastTouchAt").asString())
                .isLessThan(late.path("at").asString());
        assertThat(timeline(rep, "?types=activity")).hasSize(1);
        assertThat(rep.http().post(address + "/restore", Map.of()).status()).isEqualTo(200);
        assertThat(customer().path("touches").asInt()).isEqualTo(2);
        assertThat(customer().path("lastTouchAt")).isEqualTo(late.path("at"));
    }

    @Test
    void aMergeBringsThemTogetherAndItsUndoTakesThemApart() {
        UUID other = firm.record("customer", Map.of("name", "苏州恒锐", "owner", rep.id()));
        logged(rep, Map.of("content", "甲"));
        logged(rep, Map.of("content", "乙", "customer", other));
        var http = firm.administrator().http();
        var body = Map.of(
                "survivor", Map.of("id", customer, "version", 1), "others", List.of(Map.of("id", other, "version", 1)));
        var merged = http.post("/api/v1/customers/merges", body);
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(customer().path("touches").asInt()).isEqualTo(2);
        assertThat(timeline(rep, "?types=activity")).hasSize(2);
        var undone = http.post("/api/v1/merges/" + merged.json().path("id").asString() + "/undo", Map.of());
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        assertThat(customer().path("touches").asInt()).isEqualTo(1);
        assertThat(http.get("/api/v1/customers/" + other).json().path("touches").asInt())
                .isEqualTo(1);
    }

    @Test
    void sixteenAtOnceAreAllCounted() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = new ArrayList<Future<Http.Answer>>();
            for (int i = 0; i < 16; i++) {
                String said = "同时 " + i;
                made.add(pool.submit(() -> log(rep, Map.of("content", said))));
            }
            for (var one : made) assertThat(one.get().status()).isEqualTo(201);
        }
        assertThat(customer().path("touches").asInt()).isEqualTo(16);
    }

    @Test
    void oneKeyLogsOnce() {
        var http = rep.http().with("Idempotency-Key", UUID.randomUUID().toString());
        var body = Map.of("customer", customer, "kind", "visit", "content", "只一次");
        String first = http.post(ACTIVITIES, body).json().path("id").asString();
        assertThat(http.post(ACTIVITIES, body).json().path("id").asString()).isEqualTo(first);
        assertThat(customer().path("touches").asInt()).isEqualTo(1);
    }

    @Test
    void theyAreFoundByWhatWasSaidAndListedByWhen() {
        logged(rep, Map.of("content", "隔膜泵交期", "at", ago(Duration.ofDays(2))));
        logged(rep, Map.of("content", "蝶阀样品"));
        var found = rep.http().get(ACTIVITIES + "?q=隔膜").json().path("items");
        assertThat(found.size()).isEqualTo(1);
        var listed =
                rep.http().get(ACTIVITIES + "?sort=at&fields=content,at").json().path("items");
        assertThat(listed.at("/0/content").asString()).isEqualTo("隔膜泵交期");
        var mine = rep.http().get("/api/v1/customers?filter=touches==2;lastTouchAt=gt=@today-1d&fields=name");
        assertThat(mine.json().path("items").size()).as(mine.text()).isEqualTo(1);
    }
}
