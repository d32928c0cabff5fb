package io.chaoxi.exchange;

import io.chaoxi.platform.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Only so many files are looked through at once on a node: each takes a processor, a connection and much memory. Others
 * wait their turn, holding nothing; who waited too long is told to come again.
 */
@Component
class Desks {
    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RETRY_SECONDS = 10;

    private final Semaphore free = new Semaphore(MOST, true);

    <T> T at(Supplier<T> work) {
        if (!acquired()) throw Refusal.of(503, "unavailable").with("retryAfter", RETRY_SECONDS);
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
