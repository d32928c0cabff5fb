package io.chaoxi.visit;

import io.chaoxi.identity.FirmZoneChanged;
import io.chaoxi.platform.limit.Limit;
import io.chaoxi.platform.limit.Limits;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A planned visit begins, is late and is missed by the clock of the firm as it is by then. */
@Component
class VisitsByTheFirmsClock {
    private final VisitSql visits;
    private final Limits limits;

    VisitsByTheFirmsClock(VisitSql visits, Limits limits) {
        this.visits = visits;
        this.limits = limits;
    }

    @EventListener
    void on(FirmZoneChanged changed) {
        visits.planAnew(Duration.ofMinutes(limits.of(Limit.VISIT_GRACE_MINUTES)));
    }
}
