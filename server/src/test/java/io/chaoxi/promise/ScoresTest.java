package io.chaoxi.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How well each keeps his word, by numbers that are lists. */
class ScoresTest extends GivenWord {
    private static Optional<JsonNode> of(JsonNode score, SignedIn person) {
        return score.path("people")
                .valueStream()
                .filter(one ->
                        one.at("/person/id").asString().equals(person.id().toString()))
                .map(one -> one.path("numbers"))
                .findFirst();
    }

    private JsonNode score(Http by, int days) {
        return get(by, PROMISES + "/score?days=" + days);
    }

    /** As the program makes samples: decided so many days ago. */
    private UUID ended(SignedIn owner, String status, int daysAgo) {
        var values = new HashMap<String, Object>(
                Map.of("subject", "答应的事", "status", status, "owner", owner.id(), "dueOn", today.minusDays(daysAgo)));
        values.put("customer", customer);
        if (status.equals("kept")) {
            values.put(
                    "keptAt", today.minusDays(daysAgo).atTime(8, 0).atZone(ZONE).toInstant());
            values.put("proof", "已签收");
        }
        return firm.record("promise", values);
    }

    @Test
    void whereNothingWasDueThereIsNoRate() {
        promise(rep, Map.of());
        var score = score(admin, 90);
        assertThat(score.path("people")).isEmpty();
        assertThat(score.at("/firm/rate").isNull()).isTrue();
        assertThat(score.at("/firm/kept").asInt()).isZero();
    }

    @Test
    void itIsWhatWasKeptInTimeOfAllThatWasDue() {
        ended(rep, "kept", 5);
        ended(rep, "kept", 6);
        kept(rep, broken(2));
        var numbers = of(score(rep.http(), 30), rep).orElseThrow();
        assertThat(numbers.path("kept").asInt()).isEqualTo(2);
        assertThat(numbers.path("broken").asInt()).isEqualTo(1);
        assertThat(numbers.path("late").asInt()).isEqualTo(1);
        assertThat(numbers.path("rate").asDouble()).isEqualTo(0.6667);
    }

    @Test
    void eachPeriodHasItsOwnAndNoOtherIsAnswered() {
        ended(rep, "kept", 5);
        ended(rep, "broken", 40);
        ended(rep, "kept", 100);
        assertThat(score(admin, 30).at("/firm/rate").asDouble()).isEqualTo(1);
        assertThat(score(admin, 90).at("/firm/rate").asDouble()).isEqualTo(0.5);
        assertThat(score(admin, 365).at("/firm/rate").asDouble()).isEqualTo(0.6667);
        assertThat(admin.get(PROMISES + "/score?days=7").code()).isEqualTo("scorePeriod");
    }

    @Test
    void aBrokenWordCountsForWhoGaveItWhoeverHasItThen() {
        var broken = broken(2);
        var other = firm.person("rep");
        did(admin.patch(PROMISES + "/" + id(broken), broken.path("version").asLong(), Map.of("owner", other.id())));
        var score = score(admin, 90);
        assertThat(of(score, rep).orElseThrow().path("broken").asInt()).isEqualTo(1);
        assertThat(of(score, other)).isEmpty();
        assertThat(kept(other, get(other.http(), PROMISES + "/" + id(broken)))
                        .at("/countsFor/id")
                        .asString())
                .isEqualTo(rep.id().toString());
    }

    @Test
    void whatIsStruckOutOrReleasedDoesNotCount() {
        did(act(admin, broken(2), "strike", Map.of("reason", "记错了")));
        did(act(rep.http(), promise(rep, Map.of()), "release", Map.of("reason", "不要了")));
        assertThat(score(admin, 90).path("people")).isEmpty();
    }

    /** A model of its own beside what the program counts. */
    @Test
    void eachNumberIsThatOfItsList() {
        var random = new Random(20261124);
        var people = List.of(rep, firm.person("rep"), firm.person("rep"));
        var kept = new HashMap<UUID, Integer>();
        var broken = new HashMap<UUID, Integer>();
        for (int i = 0; i < 40; i++) {
            var one = people.get(random.nextInt(people.size()));
            boolean good = random.nextBoolean();
            int ago = 1 + random.nextInt(60);
            ended(one, good ? "kept" : "broken", ago);
            // What broke at the end of a day did so as the next one began.
            if (good ? ago <= 30 : ago <= 31) (good ? kept : broken).merge(one.id(), 1, Integer::sum);
        }
        var score = score(admin, 30);
        for (var one : people) {
            var numbers = of(score, one).orElseThrow();
            assertThat(numbers.path("kept").asInt()).isEqualTo(kept.getOrDefault(one.id(), 0));
            assertThat(numbers.path("broken").asInt()).isEqualTo(broken.getOrDefault(one.id(), 0));
            for (String name : List.of("kept", "broken", "late")) {
                String filter = "countsFor==" + one.id() + ";"
                        + score.at("/filters/" + name).asString();
                var list = get(admin, PROMISES + "/count?filter=" + filter);
                assertThat(list.path("value").asInt())
                        .as(name)
                        .isEqualTo(numbers.path(name).asInt());
            }
        }
    }

    @Test
    void aRepSeesHisOwnAManagerHisDepartmentAndTheFirmOnlyWhoSeesAll() {
        UUID east = firm.department("华东", null);
        var boss = firm.personIn(east, "manager");
        var member = firm.personIn(east, "rep");
        ended(rep, "kept", 3);
        ended(member, "broken", 3);
        var his = score(rep.http(), 30);
        assertThat(of(his, rep)).isPresent();
        assertThat(of(his, member)).isEmpty();
        assertThat(his.path("firm").isNull()).isTrue();
        var departments = score(boss.http(), 30);
        assertThat(of(departments, member)).isPresent();
        assertThat(of(departments, rep)).isEmpty();
        assertThat(departments.path("firm").isNull()).isTrue();
        assertThat(score(admin, 30).at("/firm/rate").asDouble()).isEqualTo(0.5);
        var stranger = Firm.found(application).administrator().http();
        assertThat(score(stranger, 30).path("people")).isEmpty();
    }

    @Test
    void whoMayNotSeeForWhomItCountsIsToldNoScore() {
        var role = Map.of(
                "name", "看不见算谁的",
                "permissions", List.of("promise.read"),
                "scopes", Map.of("promise", "all"),
                "fields", Map.of("promise", Map.of("countsFor", "hidden")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        ended(rep, "kept", 3);
        assertThat(firm.person("看不见算谁的").http().get(PROMISES + "/score").status())
                .isEqualTo(400);
    }
}
