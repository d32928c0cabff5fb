package io.chaoxi.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What follows a broken word. */
class ApologiesTest extends GivenWord {
    private static Map<String, Object> apology(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("said", "当面道了歉，说清缺料的原因", "offered", "运费我们出"));
        body.putAll(more);
        return body;
    }

    @Test
    void whatWasSaidAndOfferedIsNotedWithANewPromise() {
        var broken = broken(1);
        var again = Map.of("subject", "周一前把样品送到", "dueOn", day(4), "dueTime", "10:00");
        var answer = did(act(rep.http(), broken, "apologize", apology(Map.of("again", again))));
        var told = answer.path("promise");
        assertThat(status(told)).isEqualTo("broken");
        assertThat(told.path("offered").asString()).isEqualTo("运费我们出");
        assertThat(told.at("/apologizedBy/id").asString()).isEqualTo(rep.id().toString());
        assertThat(told.path("apologyDueAt").isNull()).isTrue();
        var next = get(rep.http(), PROMISES + "/" + answer.path("next").asString());
        assertThat(next.at("/follows/id").asString()).isEqualTo(id(broken));
        assertThat(next.at("/customer/id").asString()).isEqualTo(customer.toString());
        assertThat(next.at("/owner/id").asString()).isEqualTo(rep.id().toString());
        assertThat(next.at("/source/id").asString()).isEqualTo("apology");
        assertThat(status(next)).isEqualTo("open");
    }

    @Test
    void aNewPromiseThatCannotBeLeavesTheApologyUndone() {
        var broken = broken(1);
        var again = Map.of("subject", "昨天送到", "dueOn", day(-1));
        assertThat(fault(act(rep.http(), broken, "apologize", apology(Map.of("again", again)))))
                .endsWith("dueOn promiseDuePassed");
        assertThat(fault(act(rep.http(), broken, "apologize", Map.of("said", "道歉了"))))
                .isEqualTo("offered notBlank");
        assertThat(get(rep.http(), PROMISES + "/" + id(broken))
                        .path("apologizedAt")
                        .isNull())
                .isTrue();
        assertThat(list(rep, "follows==" + id(broken))).isEmpty();
    }

    @Test
    void ofManyAtOnceOneMakesIt() throws Exception {
        var broken = broken(1);
        Map<String, Object> again = Map.of("again", Map.of("subject", "周一前送到", "dueOn", day(4)));
        List<Callable<Integer>> racers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var by = i % 2 == 0 ? rep.http() : admin;
            racers.add(() -> act(by, broken, "apologize", apology(again)).status());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(racers)) answers.add(one.get());
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(list(rep, "follows==" + id(broken))).hasSize(1);
        assertThat(act(rep.http(), broken, "apologize", apology(Map.of())).text())
                .contains("已经道过歉了");
    }

    @Test
    void oneIsOwedForWhatWasKeptLateAndNoneForWhatWasKept() {
        var late = kept(rep, broken(2));
        did(act(rep.http(), late, "apologize", apology(Map.of())));
        var kept = kept(rep, promise(rep, Map.of()));
        assertThat(act(rep.http(), kept, "apologize", apology(Map.of())).code()).isEqualTo("apologyNotOwed");
        assertThat(act(rep.http(), promise(rep, Map.of()), "apologize", apology(Map.of()))
                        .code())
                .isEqualTo("apologyNotOwed");
    }

    @Test
    void thePlayTellsHow() {
        var plays = get(rep.http(), PROMISES + "/" + id(broken(1)) + "/plays").path("items");
        assertThat(plays.at("/0/name").asString()).isEqualTo("道歉四步");
        assertThat(get(rep.http(), PROMISES + "/" + id(promise(rep, Map.of())) + "/plays")
                        .path("items"))
                .isEmpty();
    }

    private static JsonNode section(JsonNode day, String key) {
        return day.path("sections")
                .valueStream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDayBeginsWithWhatIsOwed() {
        var broken = broken(3);
        promise(rep, Map.of("subject", "今天的", "dueOn", day(0)));
        promise(rep, Map.of("subject", "明天的", "dueOn", day(1)));
        var day = get(rep.http(), "/api/v1/today");
        assertThat(day.at("/sections/0/key").asString()).isEqualTo("brokenPromises");
        assertThat(day.at("/sections/1/key").asString()).isEqualTo("promisesOfToday");
        assertThat(section(day, "promisesOfToday").at("/items/0/record/label").asString())
                .isEqualTo("今天的");
        assertThat(section(day, "promisesOfToday").path("items")).hasSize(1);
        var owed = section(day, "brokenPromises").at("/items/0");
        assertThat(owed.at("/record/id").asString()).isEqualTo(id(broken));
        assertThat(owed.at("/acts/0").asString()).isEqualTo("apologize");
        did(act(rep.http(), broken, "apologize", apology(Map.of())));
        assertThat(section(get(rep.http(), "/api/v1/today"), "brokenPromises").path("items"))
                .isEmpty();
    }

    @Test
    void aManagerIsToldHowManyApologiesEachOwes() {
        broken(3);
        var mine = get(admin, "/api/v1/today/team")
                .path("items")
                .valueStream()
                .filter(one -> one.at("/person/id").asString().equals(rep.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(mine.at("/numbers/brokenPromises/value").asInt()).isEqualTo(1);
    }
}
