package io.chaoxi.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets requests in: so many of a caller, so many of a firm, and while the node is full no firm holds more than its
 * share, so that a noisy firm is refused and its neighbour is not.
 */
@Component
class Rates {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final RateSettings settings;
    private final Ticker ticker;
    private final Cache<UUID, Bucket> callers;
    private final Cache<Long, Bucket> firms;
    private final ConcurrentHashMap<Long, AtomicInteger> inWork = new ConcurrentHashMap<>();
    private final AtomicInteger allInWork = new AtomicInteger();

    @Autowired
    Rates(RateSettings settings) {
        this(settings, Ticker.systemTicker());
    }

    Rates(RateSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
        this.callers = Caffeine.newBuilder()
                .expireAfterAccess(KEPT)
                .maximumSize(100_000)
                .ticker(ticker)
                .build();
        this.firms = Caffeine.newBuilder()
                .expireAfterAccess(KEPT)
                .maximumSize(10_000)
                .ticker(ticker)
                .build();
    }

    /** 0 when the request is let in, otherwise the seconds after which to come back. */
    long take(long firm, UUID caller) {
        long now = ticker.read();
        long wait = 0;
        if (settings.callerPerMinute() > 0) {
            wait = callers.get(caller, one -> new Bucket(settings.callerPerMinute(), settings.callerBurst(), now))
                    .take(now);
        }
        if (wait > 0 || settings.firmPerMinute() <= 0) return wait;
        return firms.get(firm, one -> new Bucket(settings.firmPerMinute(), settings.firmBurst(), now))
                .take(now);
    }

    /** Whether work for the firm may begin now; whoever gets true calls {@link #leave} in the end. */
    boolean enter(long firm) {
        int all = allInWork.incrementAndGet();
        int own = inWork.compute(firm, (key, count) -> {
                    var counted = count == null ? new AtomicInteger() : count;
                    counted.incrementAndGet();
                    return counted;
                })
                .get();
        boolean full = settings.atOnce() > 0 && all > settings.atOnce();
        if (full && own > settings.atOnce() / inWork.size() && inWork.size() > 1) {
            leave(firm);
            return false;
        }
        return true;
    }

    void leave(long firm) {
        allInWork.decrementAndGet();
        inWork.computeIfPresent(firm, (key, count) -> count.decrementAndGet() == 0 ? null : count);
    }
}
