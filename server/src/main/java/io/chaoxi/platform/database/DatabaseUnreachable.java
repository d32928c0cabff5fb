package io.chaoxi.platform.database;

import java.sql.SQLException;

/** The named PostgreSQL does not let us in. */
public final class DatabaseUnreachable extends StartFailure {

    private static final long serialVersionUID = 1L;

    private DatabaseUnreachable(String chinese, String english, SQLException cause) {
        super(chinese, english, cause);
    }

    /** Tells a wrong password, a missing database and a server that does not answer apart, by SQL state. */
    static DatabaseUnreachable because(DatabaseAccount account, String setting, SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        return switch (state) {
            case "28P01", "28000", "08004" ->
                new DatabaseUnreachable(
                        "数据库拒绝了 %s（密码错误或不允许登录）：请检查 %s。".formatted(account, setting),
                        "The database refused %s (wrong password or not allowed): check %s."
                                .formatted(account, setting),
                        cause);
            case "3D000" ->
                new DatabaseUnreachable(
                        "数据库 %s 不存在：请先创建它，见 ./crm database prepare --help。".formatted(account.url()),
                        "The database %s does not exist: create it first, see ./crm database prepare --help."
                                .formatted(account.url()),
                        cause);
            default ->
                new DatabaseUnreachable(
                        "连接不上 %s（%s）：请检查数据库是否在运行以及 CRM_DB_URL。".formatted(account.url(), cause.getMessage()),
                        "Cannot reach %s (%s): check that the database is running, and CRM_DB_URL."
                                .formatted(account.url(), cause.getMessage()),
                        cause);
        };
    }
}
