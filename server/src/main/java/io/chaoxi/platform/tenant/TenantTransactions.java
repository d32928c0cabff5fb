package io.chaoxi.platform.tenant;

import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.rights.Acting;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL at the start of each transaction which firm it serves, for the row-level security that is the second
 * wall. Without an acting person no tenant is set, and every tenant table is empty and refuses writes.
 */
public class TenantTransactions extends JdbcTransactionManager {

    private static final Logger LOG = LoggerFactory.getLogger(TenantTransactions.class);

    public TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        DatabaseTime.run();
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException e) {
            DatabaseTime.pause();
            throw e;
        }
        var actor = Acting.orNobody();
        if (actor == null) return;
        var holder = (ConnectionHolder)
                Objects.requireNonNull(TransactionSynchronizationManager.getResource(obtainDataSource()));
        try (var statement = holder.getConnection().createStatement()) {
            statement.execute("SET LOCAL app.tenant = '" + actor.tenant() + "'" + ofRequest());
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The tenant could not be set", e);
        }
    }

    private static String ofRequest() {
        return DatabaseTime.limited() ? "; SET LOCAL statement_timeout = '" + DatabaseTime.milliseconds() + "ms'" : "";
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        DatabaseTime.pause();
    }

    /**
     * A connection that broke cannot be rolled back, and need not be: PostgreSQL does it. What broke it is what the caller
     * is told, not that the rollback failed too.
     */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (TransactionSystemException | DataAccessException lost) {
            LOG.warn(
                    "A connection broke before the rollback: {}",
                    lost.getClass().getSimpleName());
        }
    }
}
