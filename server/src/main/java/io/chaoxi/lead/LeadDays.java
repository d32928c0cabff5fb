package io.chaoxi.lead;

import io.chaoxi.platform.record.PoolOrder;
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

/** Leads that are about to return to their pool, those to which nobody has answered, and those with whom a day was agreed on. */
@Configuration
class LeadDays {
    private static final String MADE = "createdAt";
    private static final String NEXT = "nextFollowUp";
    private static final String STILL_NEW = "status==" + LeadStatus.NEW + ";touches==0";
    private static final String IS_OPEN = "status=out=(" + LeadStatus.CONVERTED + "," + LeadStatus.INVALID + ")";
    private static final String OPEN = ";" + IS_OPEN;
    private static final String LAST = "lastTouchAt";
    private static final String RETURN = "returnAt";
    private static final String QUIET = NEXT + "=null=true" + OPEN
            + ";(lastTouchAt=lt=@today-14d,lastTouchAt=null=true;changedAt=lt=@today-14d;status!=" + LeadStatus.NEW
            + ")";
    private static final int HOURS_OF_DAY = 24;

    @Bean
    @Order(300)
    TodaySection newLeads() {
        return new TodaySection(
                "newLeads",
                "lead",
                STILL_NEW + ";" + NEXT + "=null=true",
                MADE,
                null,
                List.of("contactName", "score", MADE),
                Weight.OPEN,
                LeadDays::unanswered,
                List.of(Act.LOG, Act.writing("answered", "lead", "status"), new Act("convert", "lead.update", null)));
    }

    @Bean
    @Order(60)
    TodaySection returningLeads() {
        return new TodaySection(
                "returningLeads",
                "lead",
                RETURN + "=lt=@today+4d",
                RETURN,
                null,
                List.of("contactName", LAST, RETURN),
                Weight.LATE,
                LeadDays::returning,
                List.of(Act.LOG));
    }

    private static Why returning(Told told) {
        long days = -told.day().daysSince(Objects.requireNonNull(told.moment(RETURN)));
        return days <= 0 ? new Why("returningLeadToday", Map.of()) : new Why("returningLead", Map.of("days", days));
    }

    /** How many each holds, against what the default pool lets one hold. */
    @Bean
    @Order(410)
    TodayFigure leadsHeldByEach(PoolOrder pools) {
        return new TodayFigure("heldLeads", "lead", IS_OPEN, true, () -> pools.heldMost("lead"));
    }

    @Bean
    @Order(110)
    TodaySection overdueLeads() {
        return agreed("overdueLeads", NEXT + "=lt=@today" + OPEN, Weight.LATE, LeadDays::overdue);
    }

    @Bean
    @Order(210)
    TodaySection leadsDueToday() {
        return agreed("leadsDueToday", NEXT + "==@today" + OPEN, Weight.OPEN, told -> new Why("dueToday", Map.of()));
    }

    /** Nothing agreed on, and nobody has done anything with it, or even changed it, for a while. */
    @Bean
    @Order(410)
    TodaySection quietLeads() {
        return new TodaySection(
                "quietLeads",
                "lead",
                QUIET,
                LAST,
                null,
                List.of("contactName", "score", LAST),
                Weight.SPARE,
                LeadDays::quiet,
                List.of(Act.LOG, Act.writing("plan", "lead", NEXT)));
    }

    private static Why quiet(Told told) {
        var last = told.moment(LAST);
        return last == null
                ? new Why("neverTouched", Map.of())
                : new Why("quiet", Map.of("days", told.day().daysSince(last)));
    }

    @Bean
    @Order(310)
    TodayFigure quietLeadsOfEach() {
        return TodayFigure.held("quietLeads", "lead", QUIET);
    }

    private static TodaySection agreed(String key, String filter, Weight weight, TodaySection.Reason reason) {
        var acts = List.of(Act.LOG, Act.writing("postpone", "lead", NEXT));
        return new TodaySection(key, "lead", filter, NEXT, NEXT, List.of("contactName", "score"), weight, reason, acts);
    }

    private static Why overdue(Told told) {
        var agreed = Objects.requireNonNull(told.date(NEXT));
        var day = told.day();
        return new Why("overdue", Map.of("date", day.said(agreed), "days", day.daysSince(agreed)));
    }

    private static Why unanswered(Told told) {
        var made = Objects.requireNonNull(told.moment(MADE));
        long hours = told.day().hoursSince(made);
        if (hours < 1) return new Why("leadJustCame", Map.of());
        return hours < HOURS_OF_DAY
                ? new Why("leadHours", Map.of("hours", hours))
                : new Why("leadDays", Map.of("days", told.day().daysSince(made)));
    }

    @Bean
    @Order(200)
    TodayFigure unansweredOfEach() {
        return TodayFigure.held("unanswered", "lead", STILL_NEW + ";createdAt=lt=@now-24h");
    }
}
