package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.NUMBER_SEQUENCE;

import io.chaoxi.platform.database.DatabaseConfiguration;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Numbers records of a firm, such as KH-000042. Each node takes numbers in blocks, so that making records does not queue
 * behind one counter: numbers are unique and grow, but leave gaps and may be out of order between nodes. A block is taken
 * over a connection kept aside: within the caller's transaction two makers would wait for each other, and over the pool of
 * requests many makers would wait for a connection that they themselves hold. Whoever waits for a block waits no longer
 * than his request may.
 */
@Component
public class Sequences {
    private static final int SMALLEST_BLOCK = 100;
    private static final int LARGEST_BLOCK = 10_000;
    private static final long SOON = 2_000_000_000;

    private record Key(long tenant, String name) {}

    private static final class Block {
        private final Lock lock = new ReentrantLock();
        private long next;
        private long end;
        private int size = SMALLEST_BLOCK / 2;
        private long takenAt = System.nanoTime();

        /** Twice as many when the last ones went within two seconds, as in an import. */
        private int wanted() {
            long now = System.nanoTime();
            size = now - takenAt < SOON ? Math.min(size * 2, LARGEST_BLOCK) : SMALLEST_BLOCK;
            takenAt = now;
            return size;
        }
    }

    private final DSLContext database;
    private final DataSource aside;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();

    Sequences(DSLContext database, @Qualifier(DatabaseConfiguration.ASIDE) DataSource aside) {
        this.database = database;
        this.aside = aside;
    }

    public String next(String name) {
        Block block = blocks.computeIfAbsent(new Key(Acting.current().tenant(), name), key -> new Block());
        return "%s-%06d".formatted(name, next(block, name));
    }

    private long next(Block block, String name) {
        hold(block);
        try {
            if (block.next == block.end) {
                int size = block.wanted();
                block.end = taken(name, size);
                block.next = block.end - size;
            }
            return block.next++;
        } finally {
            block.lock.unlock();
        }
    }

    private static void hold(Block block) {
        try {
            if (block.lock.tryLock(DatabaseTime.milliseconds(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!DatabaseTime.limited()) throw new DataAccessResourceFailureException("No numbers could be waited for");
        throw Refusal.of(503, "tooSlow").with("retryAfter", 5);
    }

    private long taken(String name, int size) {
        try (Connection connection = aside.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL app.tenant = '" + Acting.current().tenant() + "'");
            }
            long end = advanced(
                    DSL.using(database.configuration().derive(new DefaultConnectionProvider(connection))), name, size);
            connection.commit();
            return end;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No numbers could be taken", e);
        }
    }

    private static long advanced(DSLContext alone, String name, int size) {
        Long end = alone.insertInto(NUMBER_SEQUENCE)
                .set(NUMBER_SEQUENCE.TENANT_ID, Acting.current().tenant())
                .set(NUMBER_SEQUENCE.NAME, name)
                .set(NUMBER_SEQUENCE.NEXT, 1L + size)
                .onConflict(NUMBER_SEQUENCE.TENANT_ID, NUMBER_SEQUENCE.NAME)
                .doUpdate()
                .set(NUMBER_SEQUENCE.NEXT, NUMBER_SEQUENCE.NEXT.plus(size))
                .returningResult(NUMBER_SEQUENCE.NEXT)
                .fetchSingle()
                .value1();
        return Objects.requireNonNull(end);
    }
}
