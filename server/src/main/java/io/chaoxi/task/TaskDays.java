package io.chaoxi.task;

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

/** Which tasks are to be done today, and which should have been. */
@Configuration
class TaskDays {
    private static final String TASK = "task";
    private static final String DUE = "dueAt";
    private static final String ON = "dueOn";
    private static final String LATE = "status==" + TaskStatus.OPEN + ";dueAt=lt=@now";
    private static final String TODAY = "status==" + TaskStatus.OPEN + ";dueAt=ge=@now;dueOn=le=@today";
    private static final String BY_HAND = ";cadence=null=true";
    private static final String BY_RHYTHM = ";cadence=null=false";
    private static final List<Act> ACTS =
            List.of(new Act("finish", "task.update", null), Act.writing("postpone", TASK, ON));

    @Bean
    @Order(90)
    TodaySection overdueTasks() {
        return section("overdueTasks", LATE + BY_HAND, Weight.LATE, TaskDays::late);
    }

    @Bean
    @Order(190)
    TodaySection tasksOfToday() {
        return section("tasksOfToday", TODAY + BY_HAND, Weight.OPEN, TaskDays::today);
    }

    @Bean
    @Order(95)
    TodaySection overdueCadences() {
        return section("overdueCadences", LATE + BY_RHYTHM, Weight.LATE, TaskDays::late);
    }

    @Bean
    @Order(195)
    TodaySection cadencesOfToday() {
        return section("cadencesOfToday", TODAY + BY_RHYTHM, Weight.OPEN, TaskDays::today);
    }

    private static TodaySection section(String key, String filter, Weight weight, TodaySection.Reason reason) {
        return new TodaySection(
                key, TASK, filter, DUE, ON, List.of("kind", "dueTime", "customer", "cadence"), weight, reason, ACTS);
    }

    private static Why late(Told told) {
        var due = Objects.requireNonNull(told.date(ON));
        long days = told.day().daysSince(due);
        return days <= 0
                ? new Why("taskLateToday", Map.of())
                : new Why("taskLate", Map.of("date", told.day().said(due), "days", days));
    }

    private static Why today(Told told) {
        return told.values().get("dueTime") instanceof String time
                ? new Why("taskAt", Map.of("time", time))
                : new Why("taskToday", Map.of());
    }

    @Bean
    @Order(110)
    TodayFigure overdueTasksOfEach() {
        return TodayFigure.held("overdueTasks", TASK, LATE + BY_HAND);
    }

    @Bean
    @Order(120)
    TodayFigure overdueCadencesOfEach() {
        return TodayFigure.held("overdueCadences", TASK, LATE + BY_RHYTHM);
    }
}
