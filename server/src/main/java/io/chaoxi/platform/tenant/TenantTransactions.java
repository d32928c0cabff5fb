package io.chaoxi.platform.tenant;

import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.rights.Acting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL at the start of each transaction which firm it serves, for the row-level security that is the second
 * wall. Without an acting person no tenant is set, and every tenant table is empty and refuses writes.
 */
public class TenantTransactions extends JdbcTransactionManager {

    /**
     * Label of a transaction whose statements all go by keys: PostgreSQL may keep their plans. Elsewhere it plans for the
     * values at hand (decision 0002), which took two thirds of its time in a claim.
     */
    public static final String KEEPS_PLANS = "keepsPlans";

    private static final Duration NETWORK_MARGIN = Duration.ofSeconds(5);
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
            statement.execute("SET LOCAL app.tenant = '" + actor.tenant() + "'" + time(holder.getConnection())
                    + plans(definition));
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The tenant could not be set", e);
        }
    }

    private static String time(Connection connection) throws SQLException {
        if (DatabaseTime.limited()) return timeout(DatabaseTime.milliseconds());
        Duration patience = DatabaseTime.patience();
        if (patience == null) return "";
        connection.setNetworkTimeout(
                Runnable::run, (int) patience.plus(NETWORK_MARGIN).toMillis());
        return timeout(patience.toMillis());
    }

    private static String timeout(long milliseconds) {
        return "; SET LOCAL statement_timeout = '" + milliseconds + "ms'";
    }

    private static String plans(TransactionDefinition definition) {
        return definition instanceof TransactionAttribute attribute
                        && attribute.getLabels().contains(KEEPS_PLANS)
                ? "; SET LOCAL plan_cache_mode = 'auto'"
                : "";
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
