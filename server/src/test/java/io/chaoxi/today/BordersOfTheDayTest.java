package io.chaoxi.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Whose day it is ends at his own midnight, to the second. */
@ApplicationTest(ownDatabase = true)
@Import(BordersOfTheDayTest.Time.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BordersOfTheDayTest {
    private static final LocalDate DAY = LocalDate.parse("2027-03-14");

    @TestConfiguration
    static class Time {
        @Bean
        @Primary
        Movable movableClock() {
            return new Movable();
        }
    }

    /** Goes with the system until it is set. */
    static class Movable extends Clock {
        private volatile Clock shown = Clock.systemUTC();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return shown.withZone(zone);
        }

        @Override
        public Instant instant() {
            return shown.instant();
        }
    }

    @Autowired
    ApplicationContext application;

    @Autowired
    Movable clock;

    @Autowired
    Today today;

    SignedIn rep;

    @BeforeAll
    void found() {
        Firm firm = Firm.found(application);
        rep = firm.person("rep");
        var values = new HashMap<String, Object>(Map.of("name", "当天的", "owner", rep.id(), "nextFollowUp", DAY));
        firm.record("customer", values);
    }

    private List<String> sections(String zone, Instant now) {
        clock.shown = Clock.fixed(now, ZoneOffset.UTC);
        try {
            return Acting.as(
                    in(ZoneId.of(zone)),
                    () -> today.page().sections().stream()
                            .filter(section -> !section.items().isEmpty())
                            .map(Today.Section::key)
                            .toList());
        } finally {
            clock.shown = Clock.systemUTC();
        }
    }

    private Actor in(ZoneId zone) {
        Actor actor = rep.actor();
        return new Actor(
                actor.tenant(),
                actor.person(),
                actor.name(),
                actor.department(),
                actor.departments(),
                actor.permissions(),
                actor.scopes(),
                actor.fields(),
                actor.shares(),
                actor.locale(),
                zone,
                actor.currency(),
                actor.everything(),
                actor.ticket());
    }

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void beginsAndEndsAtMidnightOfWhoeverLooks(String zone) {
        Instant begins = DAY.atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant ends = DAY.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
        assertThat(sections(zone, begins.minusMillis(1))).isEmpty();
        assertThat(sections(zone, begins)).containsExactly("dueToday");
        assertThat(sections(zone, ends.minusMillis(1))).containsExactly("dueToday");
        assertThat(sections(zone, ends)).containsExactly("overdue");
    }

    @Test
    void atOneMomentItIsOverdueForOneAndDueForAnother() {
        Instant moment = DAY.atTime(18, 0).toInstant(ZoneOffset.UTC);
        assertThat(sections("Asia/Shanghai", moment)).containsExactly("overdue");
        assertThat(sections("America/New_York", moment)).containsExactly("dueToday");
    }
}
