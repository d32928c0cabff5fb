package io.chaoxi.customer;

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

/**
 * Which customers wait for their owner: those who are about to return to their pool; those with whom a day was agreed on, those whom he has just got, those of whom
 * nobody thinks any more. But for the first they exclude each other: without a day agreed on a customer is new for two weeks at most.
 */
@Configuration
class CustomerDays {
    private static final String CUSTOMER = "customer";
    private static final String NEXT = "nextFollowUp";
    private static final String LAST = "lastTouchAt";
    private static final String SINCE = "untouchedSince";
    private static final String RETURN = "returnAt";
    private static final List<String> SHOWN = List.of("grade", LAST, SINCE);
    private static final List<Act> AGREED = List.of(Act.LOG, Act.writing("postpone", CUSTOMER, NEXT));
    private static final List<Act> FREE = List.of(Act.LOG, Act.writing("plan", CUSTOMER, NEXT));

    @Bean
    @Order(100)
    TodaySection overdueCustomers() {
        return new TodaySection(
                "overdue",
                CUSTOMER,
                NEXT + "=lt=@today",
                NEXT,
                NEXT,
                SHOWN,
                Weight.LATE,
                CustomerDays::overdue,
                AGREED);
    }

    @Bean
    @Order(50)
    TodaySection returningCustomers() {
        return new TodaySection(
                "returning",
                CUSTOMER,
                RETURN + "=lt=@today+4d",
                RETURN,
                null,
                List.of("grade", LAST, RETURN),
                Weight.LATE,
                CustomerDays::returning,
                List.of(Act.LOG));
    }

    private static Why returning(Told told) {
        long days = -told.day().daysSince(Objects.requireNonNull(told.moment(RETURN)));
        return days <= 0 ? new Why("returningToday", Map.of()) : new Why("returning", Map.of("days", days));
    }

    private static Why overdue(Told told) {
        var agreed = Objects.requireNonNull(told.date(NEXT));
        var day = told.day();
        return new Why("overdue", Map.of("date", day.said(agreed), "days", day.daysSince(agreed)));
    }

    @Bean
    @Order(200)
    TodaySection customersDueToday() {
        return new TodaySection(
                "dueToday", CUSTOMER, NEXT + "==@today", NEXT, NEXT, SHOWN, Weight.OPEN, CustomerDays::due, AGREED);
    }

    private static Why due(Told told) {
        var last = told.moment(LAST);
        return last == null
                ? new Why("dueToday", Map.of())
                : new Why("dueTodayAfter", Map.of("days", told.day().daysSince(last)));
    }

    @Bean
    @Order(310)
    TodaySection newCustomers() {
        String filter = NEXT + "=null=true;" + SINCE + "=ge=@today-14d";
        return new TodaySection(
                "newCustomers", CUSTOMER, filter, SINCE, null, SHOWN, Weight.OPEN, CustomerDays::fresh, FREE);
    }

    private static Why fresh(Told told) {
        long days = told.day().daysSince(Objects.requireNonNull(told.moment(SINCE)));
        if (days <= 0) return new Why("newToday", Map.of());
        return days == 1 ? new Why("newYesterday", Map.of()) : new Why("newSince", Map.of("days", days));
    }

    @Bean
    @Order(400)
    TodaySection quietCustomers() {
        String filter = NEXT + "=null=true;(lastTouchAt=lt=@today-30d,lastTouchAt=null=true)"
                + ";(untouchedSince=null=true,untouchedSince=lt=@today-14d)";
        return new TodaySection(
                "quietCustomers", CUSTOMER, filter, LAST, null, SHOWN, Weight.SPARE, CustomerDays::quiet, FREE);
    }

    private static Why quiet(Told told) {
        var last = told.moment(LAST);
        return last == null
                ? new Why("neverTouched", Map.of())
                : new Why("quiet", Map.of("days", told.day().daysSince(last)));
    }

    @Bean
    @Order(100)
    TodayFigure overdueOfEach() {
        return TodayFigure.held("overdue", CUSTOMER, NEXT + "=lt=@today");
    }

    @Bean
    @Order(300)
    TodayFigure quietOfEach() {
        return TodayFigure.held(
                "quiet", CUSTOMER, "createdAt=lt=@today-30d;(lastTouchAt=lt=@today-30d,lastTouchAt=null=true)");
    }
}
