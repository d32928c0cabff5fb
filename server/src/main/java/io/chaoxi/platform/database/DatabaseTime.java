package io.chaoxi.platform.database;

import io.chaoxi.platform.problem.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How long a request may wait for the database, all its statements together, so that each request ends within five
 * seconds whatever the database or the network does. Only the time with a connection, or waiting
 * for one, counts: an upload may take its time. Work outside of requests is not limited by it.
 */
@Component
public class DatabaseTime implements ExecuteListenerProvider {
    private static final long MOST = TimeUnit.MILLISECONDS.toNanos(3_900);
    private static final ThreadLocal<@Nullable Spent> CURRENT = new ThreadLocal<>();
    private static final ScopedValue<Duration> PATIENCE = ScopedValue.newInstance();

    /** The least that a statement or a commit is given, so that one that was begun is not broken off at once. */
    private static final int LEAST_MILLISECONDS = 500;

    private static final int MARGIN_MILLISECONDS = 100;

    private static final class Spent {
        private long most = MOST;
        private long nanoseconds;
        private int open;
        private long since;

        private long soFar() {
            return open == 0 ? nanoseconds : nanoseconds + System.nanoTime() - since;
        }
    }

    /** Counts what statements take that belong to no transaction; within one the time runs anyway. */
    private static final class Watching implements ExecuteListener {
        private boolean running;

        @Override
        public void executeStart(ExecuteContext context) {
            limit(context.connection());
            running = true;
            run();
        }

        @Override
        public void executeEnd(ExecuteContext context) {
            ended();
        }

        @Override
        public void end(ExecuteContext context) {
            ended();
        }

        private void ended() {
            if (running) pause();
            running = false;
        }
    }

    @Override
    public ExecuteListener provide() {
        return new Watching();
    }

    /** From now on what this thread waits for is counted. */
    public static void begin() {
        CURRENT.set(new Spent());
    }

    public static void end() {
        CURRENT.remove();
    }

    /** For the few requests that are known to do much at once, such as a merge of customers with many rows. */
    public static void allow(Duration most) {
        Spent spent = CURRENT.get();
        if (spent != null) spent.most = most.toNanos();
    }

    /** What PostgreSQL is told to give a statement of this request: a little less than the network, which keeps the connection. */
    public static long milliseconds() {
        Spent spent = CURRENT.get();
        return spent == null ? Long.MAX_VALUE : Math.max(LEAST_MILLISECONDS, left(spent) - MARGIN_MILLISECONDS);
    }

    /** Gives each statement of transactions that begin in this work, for which no request waits, so much time. */
    public static void patiently(Duration statement, Runnable work) {
        ScopedValue.where(PATIENCE, statement).run(work);
    }

    /** The time that {@link #patiently} gives a statement; null where it is the one of the connection. */
    public static @Nullable Duration patience() {
        return PATIENCE.isBound() ? PATIENCE.get() : null;
    }

    /** Whether this thread works for a request. */
    public static boolean limited() {
        return CURRENT.get() != null;
    }

    /** The time runs from here until {@link #pause}: a connection is wanted or held. */
    public static void run() {
        Spent spent = CURRENT.get();
        if (spent != null && spent.open++ == 0) spent.since = System.nanoTime();
    }

    public static void pause() {
        Spent spent = CURRENT.get();
        if (spent != null && --spent.open == 0) spent.nanoseconds += System.nanoTime() - spent.since;
    }

    /** Refuses a request that has not so much time left. */
    static void demand(long milliseconds) {
        Spent spent = CURRENT.get();
        if (spent != null && left(spent) < milliseconds)
            throw Refusal.of(503, "tooSlow").with("retryAfter", 5);
    }

    private static long left(Spent spent) {
        return TimeUnit.NANOSECONDS.toMillis(spent.most - spent.soFar());
    }

    /** Lets nothing on this connection take longer than the rest of the time; refused when there is none. */
    static void limit(Connection connection) {
        Spent spent = CURRENT.get();
        if (spent == null) return;
        demand(1);
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Math.max(LEAST_MILLISECONDS, left(spent)));
        } catch (SQLException broken) {
            throw Refusal.of(503, "unavailable").with("retryAfter", 5);
        }
    }
}
