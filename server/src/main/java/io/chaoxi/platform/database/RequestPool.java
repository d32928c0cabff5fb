package io.chaoxi.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of this program; one that is lent to a request waits no longer than the request may. */
final class RequestPool extends HikariDataSource {
    @Override
    public Connection getConnection() throws SQLException {
        DatabaseTime.demand(getConnectionTimeout());
        DatabaseTime.run();
        Connection connection;
        try {
            connection = super.getConnection();
        } finally {
            DatabaseTime.pause();
        }
        try {
            DatabaseTime.limit(connection);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }
}
