package io.chaoxi.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.chaoxi.platform.CrmSettings;
import org.jooq.conf.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the application. The order is the point: server, migrations, pool, everything else; and back again,
 * so that the embedded server stops when nothing uses it any more.
 */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    /** Name of the pool of the few connections kept aside. */
    public static final String ASIDE = "aside";

    private static final int POOL_SIZE = 16;
    private static final int ASIDE_SIZE = 3;
    private static final int PATIENCE_MILLISECONDS = 2_000;
    private static final int CHECK_MILLISECONDS = 1_000;

    /** For work outside of requests: longer than any statement may take, so that a lost network ends it. */
    private static final int SILENCE_SECONDS = 10;

    /**
     * A request's statement ends after five seconds; a job may allow itself more with {@code set local}. Plans are made
     * for the values at hand: a plan for any value costs a rare filter twenty times as much (decision 0002).
     */
    private static final String CONNECTION_SETTINGS = "set statement_timeout = '5s';"
            + " set idle_in_transaction_session_timeout = '60s'; set plan_cache_mode = 'force_custom_plan'";

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(CrmSettings settings) {
        return DatabaseServer.open(settings);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server) {
        var pool = pool(server, "chaoxi", POOL_SIZE);
        pool.setMinimumIdle(2);
        return pool;
    }

    /**
     * A few connections for what must not wait behind those who wait for it, and is done within a transaction of theirs. Of
     * a node that hangs within such a piece of work PostgreSQL ends it after five seconds.
     */
    @Bean(name = ASIDE, destroyMethod = "close", defaultCandidate = false)
    HikariDataSource aside(DatabaseServer server) {
        var pool = pool(server, "chaoxi-aside", ASIDE_SIZE);
        pool.setMinimumIdle(0);
        pool.setConnectionInitSql(CONNECTION_SETTINGS.replace(
                "idle_in_transaction_session_timeout = '60s'", "idle_in_transaction_session_timeout = '5s'"));
        return pool;
    }

    private static HikariDataSource pool(DatabaseServer server, String name, int size) {
        var pool = new RequestPool();
        pool.setPoolName(name);
        pool.setJdbcUrl(server.app().url());
        pool.setUsername(server.app().user());
        pool.setPassword(server.app().password());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(PATIENCE_MILLISECONDS);
        pool.setValidationTimeout(CHECK_MILLISECONDS);
        pool.setConnectionInitSql(CONNECTION_SETTINGS);
        pool.addDataSourceProperty("ApplicationName", "chaoxi");
        pool.addDataSourceProperty("connectTimeout", PATIENCE_MILLISECONDS / 1000);
        pool.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
        pool.addDataSourceProperty("tcpKeepAlive", true);
        pool.addDataSourceProperty("reWriteBatchedInserts", true);
        return pool;
    }

    /** Records are filled by component name; by position, jOOQ's default, a swapped column goes unnoticed. */
    @Bean
    Settings jooqSettings() {
        return new Settings()
                .withMapRecordComponentParameterNames(true)
                .withRenderSchema(false)
                .withRenderFormatted(false)
                .withExecuteLogging(false);
    }
}
