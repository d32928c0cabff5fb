package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.NUMBER_SEQUENCE;

import io.chaoxi.platform.rights.Acting;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers records of a firm, such as KH-000042. Each node takes numbers in blocks of fifty, so that making records does
 * not queue behind one counter: numbers are unique and grow, but leave gaps and may be out of order between nodes.
 */
@Component
public class Sequences {
    private static final int BLOCK = 50;

    private record Key(long tenant, String name) {}

    private static final class Block {
        private long next;
        private long end;
    }

    private final DSLContext database;
    private final TransactionTemplate alone;
    private final Map<Key, Block> blocks = new ConcurrentHashMap<>();

    Sequences(DSLContext database, PlatformTransactionManager transactions) {
        this.database = database;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public String next(String name) {
        Block block = blocks.computeIfAbsent(new Key(Acting.current().tenant(), name), key -> new Block());
        long number;
        synchronized (block) {
            if (block.next == block.end) {
                block.end = Objects.requireNonNull(alone.execute(status -> taken(name)));
                block.next = block.end - BLOCK;
            }
            number = block.next++;
        }
        return "%s-%06d".formatted(name, number);
    }

    private long taken(String name) {
        Long end = database.insertInto(NUMBER_SEQUENCE)
                .set(NUMBER_SEQUENCE.TENANT_ID, Acting.current().tenant())
                .set(NUMBER_SEQUENCE.NAME, name)
                .set(NUMBER_SEQUENCE.NEXT, 1L + BLOCK)
                .onConflict(NUMBER_SEQUENCE.TENANT_ID, NUMBER_SEQUENCE.NAME)
                .doUpdate()
                .set(NUMBER_SEQUENCE.NEXT, NUMBER_SEQUENCE.NEXT.plus(BLOCK))
                .returningResult(NUMBER_SEQUENCE.NEXT)
                .fetchSingle()
                .value1();
        return Objects.requireNonNull(end);
    }
}
