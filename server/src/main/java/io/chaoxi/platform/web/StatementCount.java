package io.chaoxi.platform.web;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the SQL statements of each request; what is done on other threads or by libraries of their own is not counted. */
@Component
class StatementCount implements ExecuteListenerProvider {
    private static final ThreadLocal<@Nullable AtomicInteger> CURRENT = new ThreadLocal<>();
    private static final ExecuteListener COUNTING = new Counting();

    private static final class Counting implements ExecuteListener {
        @Override
        public void executeStart(ExecuteContext context) {
            AtomicInteger count = CURRENT.get();
            if (count != null) count.incrementAndGet();
        }
    }

    @Override
    public ExecuteListener provide() {
        return COUNTING;
    }

    static void begin() {
        CURRENT.set(new AtomicInteger());
    }

    /** The statements so far; 0 outside a request. */
    static int soFar() {
        AtomicInteger count = CURRENT.get();
        return count == null ? 0 : count.get();
    }

    static void end() {
        CURRENT.remove();
    }
}
