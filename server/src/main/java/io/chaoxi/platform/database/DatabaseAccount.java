package io.chaoxi.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database by JDBC address together with the role that signs in to it. */
public record DatabaseAccount(String url, String user, String password) {

    /** Opens one connection outside any pool; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Leaves the password out, so that an account may be logged. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
