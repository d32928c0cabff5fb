package io.chaoxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** When a customer is to be followed up, as what was done with him says. */
@ApplicationTest
class NextFollowUpTest extends DealtWith {
    @Test
    void whatWasDueByThenIsDoneAndWhatLiesAheadStays() {
        rep.http().patch(path, 1, Map.of("nextFollowUp", today.toString()));
        logged(rep, Map.of("content", "打过了"));
        assertThat(customer().path("nextFollowUp").isNull()).isTrue();
        rep.http().patch(path, 2, Map.of("nextFollowUp", today.plusDays(9).toString()));
        logged(rep, Map.of("content", "又打来了"));
        assertThat(customer().path("nextFollowUp").asString())
                .isEqualTo(today.plusDays(9).toString());
    }

    @Test
    void onlyTheLatestSaysWhatComesNext() {
        rep.http().patch(path, 1, Map.of("nextFollowUp", day(30)));
        var old = Map.<String, Object>of("content", "旧", "at", ago(Duration.ofDays(90)), "nextFollowUp", day(-80));
        logged(rep, old);
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(30));
        logged(rep, Map.of("content", "新", "nextFollowUp", day(2)));
        logged(rep, old);
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(2));
    }

    @Test
    void aDateGoesWithTheActivityThatNamedItAndChangesWithIt() {
        var made = logged(rep, Map.of("content", "约", "nextFollowUp", day(2)));
        String address = ACTIVITIES + "/" + made.path("id").asString();
        assertThat(rep.http().patch(address, 1, Map.of("nextFollowUp", day(5))).status())
                .isEqualTo(200);
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(5));
        assertThat(rep.http().patch(address, 2, Map.of("content", "约好了")).status())
                .isEqualTo(200);
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(5));
        UUID other = firm.record("customer", Map.of("name", "原来是这家", "owner", rep.id()));
        assertThat(rep.http().patch(address, 3, Map.of("customer", other)).status())
                .isEqualTo(200);
        assertThat(customer().path("nextFollowUp").isNull()).isTrue();
        var there = rep.http().get("/api/v1/customers/" + other).json();
        assertThat(there.path("nextFollowUp").asString()).isEqualTo(day(5));
        rep.http().delete(address);
        assertThat(rep.http()
                        .get("/api/v1/customers/" + other)
                        .json()
                        .path("nextFollowUp")
                        .isNull())
                .isTrue();
    }

    @Test
    void whoEditsTheCustomerMeanwhileDoesNotTakeThePlanBack() throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 20; i++) {
                int round = i;
                var edit = pool.submit(() -> rep.http().patch(path, round, Map.of("remark", "第" + round)));
                logged(rep, Map.of("content", "第" + i, "nextFollowUp", day(i)));
                assertThat(edit.get().status()).isEqualTo(200);
                assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(i));
            }
        }
    }

    @Test
    void whoMayOnlyReadTheCustomerWritesOfItAndPlansNothing() {
        SignedIn mate = firm.person("rep");
        assertThat(rep.http()
                        .put(path + "/shares/person/" + mate.id(), Map.of("level", "read"))
                        .status())
                .isEqualTo(204);
        SignedIn reader = firm.signIn(mate.id(), mate.login());
        assertThat(log(reader, Map.of("content", "x", "nextFollowUp", day(1))).status())
                .isEqualTo(403);
        logged(reader, Map.of("content", "帮着打了一个"));
        assertThat(customer().path("touches").asInt()).isEqualTo(1);
    }

    @Test
    void aWordMendedInAnOlderOneLeavesTheDateThatItNamed() {
        var made = logged(rep, Map.of("content", "约好了", "nextFollowUp", day(5)));
        logged(rep, Map.of("content", "又问了一句"));
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(5));
        String address = ACTIVITIES + "/" + made.path("id").asString();
        assertThat(rep.http().patch(address, 1, Map.of("content", "约好了，带样品")).status())
                .isEqualTo(200);
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(5));
        assertThat(rep.http().patch(address, 2, Map.of("nextFollowUp", day(7))).status())
                .isEqualTo(200);
        assertThat(customer().path("nextFollowUp").asString()).isEqualTo(day(7));
    }
}
