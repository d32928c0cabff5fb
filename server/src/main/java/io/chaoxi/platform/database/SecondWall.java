package io.chaoxi.platform.database;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row-level security keeps firms apart only where the role of requests obeys it; asked of a server that is not ours. */
final class SecondWall {
    private static final Logger LOG = LoggerFactory.getLogger(SecondWall.class);

    private static final String BYPASSES = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";
    private static final String TRUSTED = """
            select count(*) = 2 from pg_proc
            where oid in ('arraycontains(anyarray, anyarray)'::regprocedure, 'arrayoverlap(anyarray, anyarray)'::regprocedure)
              and proleakproof""";

    private SecondWall() {}

    /** Refuses a role that row-level security does not bind; warns where searching will be slow under it. */
    static void check(DatabaseAccount app) {
        if (says(app, BYPASSES)) {
            throw new StartFailure(
                    "%s 是超级用户或能绕过行级安全，公司之间就少了一道墙。请用 ./crm database prepare 建的角色 %s 启动。"
                            .formatted(app.user(), Preparation.APP_ROLE),
                    "%s is a superuser or bypasses row-level security, which is one of the two walls between firms. Start with the role %s that ./crm database prepare makes."
                            .formatted(app.user(), Preparation.APP_ROLE));
        }
        if (!says(app, TRUSTED)) {
            LOG.warn("Searching will be slow: run ./crm database prepare against this server as its superuser");
        }
    }

    private static boolean says(DatabaseAccount account, String question) {
        try (var connection = account.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw DatabaseUnreachable.because(account, "CRM_DB_USER / CRM_DB_PASSWORD", e);
        }
    }
}
