package io.chaoxi.identity.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.identity.role.StoredActors;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds whom a session or a token belongs to. Kept for two seconds on each node, so that one that was ended is dead
 * within that time everywhere; that it was seen is written once a minute at most.
 */
@Component
class Callers {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final CallerSql sql;
    private final StoredActors actors;
    private final Cache<ByteBuffer, Optional<Caller>> kept = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(20_000)
            .build();

    Callers(CallerSql sql, StoredActors actors) {
        this.sql = sql;
        this.actors = actors;
    }

    Optional<Caller> bySession(String secret) {
        return find(secret, sql::session);
    }

    Optional<Caller> byToken(String secret) {
        return find(secret, sql::token);
    }

    private Optional<Caller> find(String secret, Function<byte[], Optional<Caller>> read) {
        byte[] digest = OpaqueToken.digest(secret);
        ByteBuffer key = ByteBuffer.wrap(digest);
        Optional<Caller> known = kept.getIfPresent(key);
        if (known != null) return known;
        Optional<Caller> found = read.apply(digest);
        found.ifPresent(this::seen);
        kept.put(key, found);
        return found;
    }

    private void seen(Caller caller) {
        var before = caller.seenAt();
        if (before != null && before.isAfter(sql.now().minus(SEEN_EVERY))) return;
        if (caller.bySession()) sql.seen(caller);
        else sql.used(caller);
    }

    /** Whether one of his roles wants a second factor of him and he has none; programs are not asked. */
    boolean lacksSecondFactor(Caller caller) {
        return caller.bySession()
                && !caller.secondFactor()
                && actors.wantsSecondFactor(caller.tenant(), caller.person());
    }

    /** At once, and again once it is committed: a request in between would keep for two seconds what stood before. */
    void forget(long tenant, UUID person) {
        drop(tenant, person);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                drop(tenant, person);
            }
        });
    }

    private void drop(long tenant, UUID person) {
        kept.asMap()
                .values()
                .removeIf(found -> found.filter(caller ->
                                caller.tenant() == tenant && caller.person().equals(person))
                        .isPresent());
    }
}
