package io.chaoxi.promise;

import io.chaoxi.identity.FirmZoneChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was promised for a day is due when that day ends where the firm is, wherever that is by then. */
@Component
class PromisesByTheFirmsClock {
    private final PromiseSql promises;

    PromisesByTheFirmsClock(PromiseSql promises) {
        this.promises = promises;
    }

    @EventListener
    void on(FirmZoneChanged changed) {
        promises.dueAnew();
    }
}
