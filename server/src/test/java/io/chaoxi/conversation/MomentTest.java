package io.chaoxi.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final UUID ID = Ids.next();
    private static final Instant MADE = Ids.moment(ID);

    @Test
    void whatStandsWhereItWasMadeHasItsIdForACursor() {
        assertThat(Moment.of(ID).cursor()).isEqualTo(ID.toString());
        assertThat(Moment.behind(ID.toString())).isEqualTo(Moment.of(ID));
    }

    @Test
    void whatStandsElsewhereComesBackFromItsCursor() {
        var moment = new Moment(MADE.minus(Duration.ofDays(9)), ID);
        assertThat(Moment.behind(moment.cursor())).isEqualTo(moment);
    }

    /** Whatever the moment: those that were made before it are those whose ids are less than its bound. */
    @Test
    void theBoundPartsIdsAsTheMomentPartsTimes() {
        List<UUID> ids = new ArrayList<>();
        for (int i = -2; i <= 2; i++) {
            ids.add(Ids.first(MADE.plusMillis(i)));
            ids.add(new UUID(ids.getLast().getMostSignificantBits() | 0xFFF, -1));
        }
        ids.add(ID);
        for (int i = -2; i <= 2; i++) {
            var moment = new Moment(MADE.plusMillis(i), ID);
            for (UUID id : ids) {
                assertThat(id.compareTo(moment.bound()) < 0)
                        .as("%s before %s", id, moment)
                        .isEqualTo(Moment.of(id).compareTo(moment) < 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "@1", "1@", "019-@7", "@", "00000000-0000-7000-8000-000000000000@x"})
    void aTextThatNeverWasACursorIsRefused(String text) {
        assertThatThrownBy(() -> Moment.behind(text)).isInstanceOf(Refusal.class);
    }
}
