package io.chaoxi.lead;

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

/** Leads to which nobody has answered: those that are still new. */
@Configuration
class LeadDays {
    private static final String MADE = "createdAt";
    private static final String STILL_NEW = "status==" + LeadStatus.NEW;
    private static final int HOURS_OF_DAY = 24;

    @Bean
    @Order(300)
    TodaySection newLeads() {
        return new TodaySection(
                "newLeads",
                "lead",
                STILL_NEW,
                MADE,
                null,
                List.of("contactName", "score", MADE),
                Weight.OPEN,
                LeadDays::unanswered,
                List.of(Act.writing("answered", "lead", "status"), new Act("convert", "lead.update", null)));
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
