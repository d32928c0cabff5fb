package io.chaoxi.platform.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code ./crm database prepare}: prints the statements of {@link Preparation}, or runs them as superuser. */
final class PrepareDatabase {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]+/)([^?]+)(\\?.*)?");

    private PrepareDatabase() {}

    public static void main(String[] arguments) {
        try {
            prepare(System.getenv());
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void prepare(Map<String, String> environment) {
        var url = environment.getOrDefault("CRM_DB_URL", "jdbc:postgresql://localhost:5432/" + Preparation.DATABASE);
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new StartFailure(
                    "CRM_DB_URL=%s 无法识别：请写成 jdbc:postgresql://主机:端口/库名。".formatted(url),
                    "CRM_DB_URL=%s is not understood: write jdbc:postgresql://host:port/name.".formatted(url));
        }
        var preparation = new Preparation(
                parts.group(2),
                role(environment, "CRM_DB_OWNER_USER", "CRM_DB_OWNER_PASSWORD", Preparation.OWNER_ROLE),
                role(environment, "CRM_DB_USER", "CRM_DB_PASSWORD", Preparation.APP_ROLE));
        var superuser = environment.getOrDefault("CRM_DB_SUPERUSER", "");
        if (superuser.isBlank()) {
            System.out.println(preparation.printed());
            return;
        }
        var password = environment.getOrDefault("CRM_DB_SUPERUSER_PASSWORD", "");
        run(preparation, new DatabaseAccount(parts.group(1) + "postgres", superuser, password), url);
    }

    private static Preparation.Role role(
            Map<String, String> environment, String nameSetting, String passwordSetting, String defaultName) {
        return new Preparation.Role(
                environment.getOrDefault(nameSetting, defaultName), environment.getOrDefault(passwordSetting, ""));
    }

    private static void run(Preparation preparation, DatabaseAccount maintenance, String url) {
        if (preparation.owner().password().isBlank()
                || preparation.app().password().isBlank()) {
            throw new StartFailure(
                    "请设置 CRM_DB_PASSWORD 与 CRM_DB_OWNER_PASSWORD：它们将成为两个角色的密码。",
                    "Set CRM_DB_PASSWORD and CRM_DB_OWNER_PASSWORD: they become the passwords of the two roles.");
        }
        try {
            preparation.run(maintenance, new DatabaseAccount(url, maintenance.user(), maintenance.password()));
            System.out.println(url + " ✓");
        } catch (SQLException e) {
            throw DatabaseUnreachable.because(maintenance, "CRM_DB_SUPERUSER / CRM_DB_SUPERUSER_PASSWORD", e);
        }
    }
}
