package io.chaoxi.notification;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a listener for a firm on a thread on which nobody acts. The program acts for the firm before the transaction
 * begins, because the transaction's first statement tells PostgreSQL the firm. Four at a time, so that a flood of events
 * leaves connections to people.
 */
@Component
class Delivery {
    private static final int AT_ONCE = 4;

    private final TransactionTemplate transaction;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Delivery(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    void forFirm(long tenant, Runnable work) {
        turns.acquireUninterruptibly();
        try {
            Acting.as(
                    Actor.system(tenant, ZoneOffset.UTC), () -> transaction.executeWithoutResult(status -> work.run()));
        } finally {
            turns.release();
        }
    }
}
