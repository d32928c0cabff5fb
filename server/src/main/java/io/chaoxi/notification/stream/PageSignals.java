package io.chaoxi.notification.stream;

import io.chaoxi.notification.NotificationMade;
import io.chaoxi.platform.job.JobProgressed;
import io.chaoxi.platform.record.RecordsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Turns what was announced into signals once it is committed. Nothing is kept: a page that misses one reads anew. */
@Component
class PageSignals {
    private final SignalWire wire;

    PageSignals(SignalWire wire) {
        this.wire = wire;
    }

    @EventListener
    void on(RecordsChanged event) {
        afterCommit(Signal.changed(event.tenant(), event.object(), event.ids()));
    }

    @EventListener
    void on(JobProgressed event) {
        afterCommit(Signal.toPerson(Signal.Kind.JOB, event.tenant(), event.person(), event.job()));
    }

    @EventListener
    void on(NotificationMade event) {
        afterCommit(Signal.toPerson(Signal.Kind.NOTIFICATION, event.tenant(), event.person(), event.notification()));
    }

    private void afterCommit(Signal signal) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wire.send(signal);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wire.send(signal);
            }
        });
    }
}
