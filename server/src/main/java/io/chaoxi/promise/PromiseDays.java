package io.chaoxi.promise;

import io.chaoxi.platform.today.Act;
import io.chaoxi.platform.today.TodayFigure;
import io.chaoxi.platform.today.TodaySection;
import io.chaoxi.platform.today.TodaySection.Told;
import io.chaoxi.platform.today.TodaySection.Weight;
import io.chaoxi.platform.today.Why;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Which words are to be kept today, and which were broken and not apologised for: before anything else. */
@Configuration
class PromiseDays {
    private static final String PROMISE = "promise";
    private static final String ON = "dueOn";
    private static final String APOLOGY = "apologyDueAt";
    private static final String OWED = APOLOGY + "=null=false";
    private static final List<String> SHOWN = List.of("dueTime", "customer", "status", APOLOGY);

    @Bean
    @Order(10)
    TodaySection brokenPromises() {
        var acts = List.of(new Act("apologize", "promise.update", null));
        // Whoever may not ask by the day is not told what follows from it.
        String filter = OWED + ";dueOn=null=false";
        return new TodaySection(
                "brokenPromises", PROMISE, filter, APOLOGY, ON, SHOWN, Weight.LATE, PromiseDays::broken, acts);
    }

    @Bean
    @Order(20)
    TodaySection promisesOfToday() {
        var acts = List.of(new Act("keep", "promise.update", null));
        String filter = "status==" + PromiseStatus.OPEN + ";dueOn=le=@today";
        return new TodaySection(
                "promisesOfToday", PROMISE, filter, "dueAt", ON, SHOWN, Weight.OPEN, PromiseDays::today, acts);
    }

    private static Why broken(Told told) {
        var due = Objects.requireNonNull(told.date(ON));
        String date = told.day().said(due);
        var by = Objects.requireNonNull(told.moment(APOLOGY));
        boolean late = by.isBefore(told.day().now());
        if (late) return new Why("apologyLate", Map.of("date", date));
        long hours = Math.max(1, -told.day().hoursSince(by));
        return new Why("apologyWithin", Map.of("date", date, "hours", hours));
    }

    private static Why today(Told told) {
        return told.values().get("dueTime") instanceof String time
                ? new Why("promiseAt", Map.of("time", time))
                : new Why("promiseToday", Map.of());
    }

    @Bean
    @Order(100)
    TodayFigure brokenPromisesOfEach() {
        return TodayFigure.held("brokenPromises", PROMISE, OWED);
    }
}
