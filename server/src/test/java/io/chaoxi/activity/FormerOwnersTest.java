package io.chaoxi.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.SignedIn;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody once wrote of a customer stays his; the customer follows whoever has it now. */
@ApplicationTest
class FormerOwnersTest extends DealtWith {
    private SignedIn next;
    private String old;

    @BeforeEach
    void handedOver() {
        old = ACTIVITIES + "/"
                + logged(rep, Map.of("content", "约好了", "at", ago(Duration.ofDays(3)), "nextFollowUp", day(5)))
                        .path("id")
                        .asString();
        next = firm.person("rep");
        var assigned = firm.administrator().http().post(path + "/assign", Map.of("owner", next.id()));
        assertThat(assigned.status()).as(assigned.text()).isEqualTo(200);
        assertThat(plan()).isEqualTo(day(5));
    }

    private String plan() {
        return customer().path("nextFollowUp").asString();
    }

    private int changed(Map<String, ?> patch) {
        long version = rep.http().get(old).json().path("version").asLong();
        return rep.http().patch(old, version, patch).status();
    }

    @Test
    void neitherThePlanNorTheLastTouchAreTheFormerOwnersToMove() {
        String last = customer().path("lastTouchAt").asString();
        var emptied = new HashMap<String, Object>();
        emptied.put("nextFollowUp", null);
        assertThat(changed(emptied)).isEqualTo(422);
        assertThat(changed(Map.of("nextFollowUp", day(9)))).isEqualTo(422);
        assertThat(changed(Map.of("at", ago(Duration.ofMinutes(1))))).isEqualTo(422);
        assertThat(changed(Map.of("content", "约好了，带样品"))).isEqualTo(200);
        assertThat(plan()).isEqualTo(day(5));
        assertThat(customer().path("lastTouchAt").asString()).isEqualTo(last);
    }

    @Test
    void whatHeDeletesOrMovesAwayTakesNoPlanWithIt() {
        assertThat(rep.http().delete(old).status()).isEqualTo(204);
        assertThat(plan()).isEqualTo(day(5));
        assertThat(rep.http().post(old + "/restore", Map.of()).status()).isEqualTo(200);
        UUID own = firm.record("customer", Map.of("name", "还是他的", "owner", rep.id()));
        assertThat(changed(Map.of("customer", own))).isEqualTo(200);
        assertThat(plan()).isEqualTo(day(5));
    }

    @Test
    void aWordMendedLeavesAPlanThatWasMadeSince() {
        long version = customer().path("version").asLong();
        assertThat(next.http()
                        .patch(path, version, Map.of("nextFollowUp", day(2)))
                        .status())
                .isEqualTo(200);
        assertThat(changed(Map.of("content", "约好了，带样品"))).isEqualTo(200);
        assertThat(plan()).isEqualTo(day(2));
        rep.http().delete(old);
        assertThat(plan()).isEqualTo(day(2));
    }
}
