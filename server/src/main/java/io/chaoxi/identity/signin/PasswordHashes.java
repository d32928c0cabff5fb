package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id. One hash takes 19 MiB and about 60 ms of one core; only a few run at once and the others wait, so that a
 * burst of sign-ins takes neither the memory nor all cores.
 */
@Component
class PasswordHashes {
    /** Hash of an account that has no password yet; nothing matches it. */
    static final String NONE = "-";

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 4;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, ITERATIONS);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = encoder.encode(OpaqueToken.make());

    String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(password)));
    }

    /** Takes the same time whether there is such an account or not. */
    boolean matches(String password, @Nullable String hash) {
        boolean known = hash != null && !hash.equals(NONE);
        String compared = known ? hash : nobodys;
        return inTurn(() -> encoder.matches(password, compared)) && known;
    }

    private <T> T inTurn(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) throw Refusal.of(429, "tooManySignIns").with("retryAfter", PATIENCE_SECONDS);
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(503, "unavailable").with("retryAfter", PATIENCE_SECONDS);
        } finally {
            if (mine) places.release();
        }
    }
}
