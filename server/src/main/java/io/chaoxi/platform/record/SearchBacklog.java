package io.chaoxi.platform.record;

import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody who waits write thousands of rows of one table without sorting their words into its search index: they
 * stay on the index's list of what is new, which every search reads too, and are taken up behind the answer. A list that
 * nobody took up is left to the next writer or to autovacuum.
 */
@Component
class SearchBacklog {
    private static final int MANY = 500;

    /** Kilobytes; ten thousand contacts need 5,000. */
    private static final String MOST = "65536";

    /** Longer than a request's statement may take, and shorter than a connection waits for an answer. */
    private static final String LONGEST = "9s";

    private final DSLContext database;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate aside;

    SearchBacklog(DSLContext database, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.database = database;
        this.events = events;
        this.aside = new TransactionTemplate(transactions);
    }

    record Grown(String table) {}

    /** Before the current transaction writes so many rows of the table. */
    void writing(Table<?> table, int rows) {
        if (rows < MANY || table.field("search") == null) return;
        allow("gin_pending_list_limit", MOST);
        events.publishEvent(new Grown(table.getName()));
    }

    @Async
    @TransactionalEventListener
    void on(Grown grown) {
        aside.executeWithoutResult(status -> {
            allow("statement_timeout", LONGEST);
            database.select(DSL.function("take_up_search", SQLDataType.OTHER, DSL.val(grown.table())))
                    .fetch();
        });
    }

    /** For the rest of the transaction. */
    private void allow(String limit, String value) {
        database.select(DSL.function(
                        "set_config", SQLDataType.VARCHAR, DSL.val(limit), DSL.val(value), DSL.inline(true)))
                .fetch();
    }
}
