package io.chaoxi.activity;

import io.chaoxi.platform.today.TodayDone;
import io.chaoxi.platform.today.TodayFigure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What somebody did: all, and calls and visits among it. */
@Configuration
class ActivityDays {
    private static final String ACTIVITY = "activity";
    private static final String AT = "at";

    @Bean
    @Order(100)
    TodayDone activitiesDone() {
        return new TodayDone("activities", ACTIVITY, AT, "");
    }

    @Bean
    @Order(110)
    TodayDone callsDone() {
        return new TodayDone("calls", ACTIVITY, AT, "kind==call");
    }

    @Bean
    @Order(120)
    TodayDone visitsDone() {
        return new TodayDone("visits", ACTIVITY, AT, "kind==visit");
    }

    @Bean
    @Order(500)
    TodayFigure doneTodayByEach() {
        return TodayFigure.done("activitiesToday", ACTIVITY, "at==@today");
    }

    @Bean
    @Order(510)
    TodayFigure doneThisWeekByEach() {
        return TodayFigure.done("activitiesWeek", ACTIVITY, "at==@thisWeek");
    }
}
