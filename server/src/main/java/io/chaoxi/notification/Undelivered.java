package io.chaoxi.notification;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/**
 * Delivers again what a crash or a fault left undelivered: at each start, and every minute once in the cluster. Listeners
 * find out by themselves what they did before.
 */
@Component
class Undelivered {
    /** Younger events may be in delivery this moment. */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    private final IncompleteEventPublications publications;
    private final JdbcClient library;
    private final Clock clock;

    Undelivered(IncompleteEventPublications publications, JdbcClient library, Clock clock) {
        this.publications = publications;
        this.library = library;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void deliver() {
        setFree();
        publications.resubmitIncompletePublicationsOlderThan(YOUNG);
    }

    /**
     * What a node was delivering again when it was killed would otherwise count as in delivery for ever. The table is the
     * library's, so it is not among ours.
     */
    private void setFree() {
        OffsetDateTime old = clock.instant().minus(YOUNG).atOffset(ZoneOffset.UTC);
        library.sql("update event_publication set status = 'FAILED'"
                        + " where status = 'RESUBMITTED' and last_resubmission_date < ?")
                .param(old)
                .update();
    }

    /** The round of every minute, on whichever node takes it. */
    @Configuration(proxyBeanMethods = false)
    static class Round {
        @Bean
        Task<Void> redeliveryRound(Undelivered undelivered) {
            return Tasks.recurring("redelivery", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> undelivered.deliver());
        }
    }
}
