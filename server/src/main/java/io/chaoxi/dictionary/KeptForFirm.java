package io.chaoxi.dictionary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.rights.Acting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a firm decided, kept for two seconds on each node. The node that writes reads its own write at once; others see it
 * within two seconds. Loads do not wait for each other, because a waiting request may hold the connection that a loading
 * one needs.
 */
final class KeptForFirm<T> {
    static final Duration TIME = Duration.ofSeconds(2);

    private record Kept<T>(long writes, T value) {}

    private final Supplier<T> load;
    private final TransactionTemplate transaction;
    private final Map<Long, Long> writes = new ConcurrentHashMap<>();
    private final Cache<Long, Kept<T>> kept =
            Caffeine.newBuilder().expireAfterWrite(TIME).maximumSize(10_000).build();

    KeptForFirm(TransactionTemplate transaction, Supplier<T> load) {
        this.transaction = transaction;
        this.load = load;
    }

    T get() {
        long tenant = Acting.current().tenant();
        long before = writes.getOrDefault(tenant, 0L);
        Kept<T> found = kept.getIfPresent(tenant);
        if (found != null && found.writes() == before) return found.value();
        T value = transaction.execute(status -> load.get());
        kept.put(tenant, new Kept<>(before, value));
        return value;
    }

    /** To be called by whoever writes; what was loaded before the write or before its commit is not used any more. */
    void forget() {
        long tenant = Acting.current().tenant();
        writes.merge(tenant, 1L, Long::sum);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                writes.merge(tenant, 1L, Long::sum);
            }
        });
    }
}
