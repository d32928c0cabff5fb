package io.chaoxi.visit;

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

/** Which visits are to be made today, and which should have been. */
@Configuration
class VisitDays {
    private static final String VISIT = "visit";
    private static final String ON = "plannedOn";
    private static final String FROM = "fromTime";
    private static final String LATE = "lateFrom";
    private static final String STATUS = "status";
    private static final String TODAY = "(status==" + VisitStatus.UNDER_WAY + ",status==" + VisitStatus.PLANNED
            + ";missedFrom=ge=@now;plannedOn=le=@today)";
    private static final Act GO = new Act("visit", "visit.update", null);

    @Bean
    @Order(95)
    TodaySection missedVisits() {
        return section(
                "missedVisits",
                VisitStatus.MISSED,
                Weight.LATE,
                VisitDays::missed,
                List.of(Act.writing("postpone", VISIT, ON), GO));
    }

    @Bean
    @Order(195)
    TodaySection visitsOfToday() {
        return section("visitsOfToday", TODAY, Weight.OPEN, VisitDays::today, List.of(GO));
    }

    private static TodaySection section(
            String key, String filter, Weight weight, TodaySection.Reason reason, List<Act> acts) {
        var shown = List.of(STATUS, FROM, LATE, "customer");
        return new TodaySection(key, VISIT, filter, ON, ON, shown, weight, reason, acts);
    }

    private static Why missed(Told told) {
        var planned = Objects.requireNonNull(told.date(ON));
        return new Why(
                "visitMissed",
                Map.of("date", told.day().said(planned), "days", told.day().daysSince(planned)));
    }

    private static Why today(Told told) {
        if (VisitStatus.UNDER_WAY.equals(told.values().get(STATUS))) return new Why("visitUnderWay", Map.of());
        if (!(told.values().get(FROM) instanceof String time)) return new Why("visitToday", Map.of());
        var late = told.moment(LATE);
        boolean over = late != null && late.isBefore(told.day().now());
        return new Why(over ? "visitLate" : "visitAt", Map.of("time", time));
    }

    @Bean
    @Order(115)
    TodayFigure missedVisitsOfEach() {
        return TodayFigure.held("missedVisits", VISIT, VisitStatus.MISSED);
    }

    @Bean
    @Order(520)
    TodayFigure visitsOfTheWeekOfEach() {
        return TodayFigure.done("visitsWeek", VISIT, "status==" + VisitStatus.DONE + ";checkedInAt==@thisWeek");
    }

    @Bean
    @Order(530)
    TodayFigure lateVisitsOfEach() {
        return TodayFigure.done("lateVisitsWeek", VISIT, "checkedInAt==@thisWeek;lateBy=gt=0");
    }
}
