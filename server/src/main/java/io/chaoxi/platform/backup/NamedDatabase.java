package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.DatabaseServer;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.database.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database of one's own. Its owner may make no second one, so it is emptied and filled in place, marked as unfinished
 * from the first change to the last; files and key are made beside the home's and take their place at the end.
 */
final class NamedDatabase implements Target {

    private static final List<String> PIECES = List.of(Archive.KEY, "files");
    private static final String APPLICATION_RUNS = "select exists (select from pg_stat_activity"
            + " where datname = current_database() and application_name = 'chaoxi')";
    private static final String LEAVE =
            """
            select format('drop table public.%%I cascade', relname) from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and relowner = %1$s and relname <> '%2$s'
            union all
            select format('drop routine %%s', p.oid::regprocedure) from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner = %1$s
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')""".formatted("(select oid from pg_roles where rolname = current_user)", UnfinishedRestore.TABLE);

    private final Installation installation;
    private final Staging staging;
    private final Progress progress;
    private final DatabaseServer server;

    NamedDatabase(Installation installation, Staging staging, Progress progress) {
        this.installation = installation;
        this.staging = staging;
        this.progress = progress;
        this.server = DatabaseServer.named(installation.database());
    }

    @Override
    public DatabaseServer begin(boolean replace) throws SQLException, IOException {
        try (var connection = server.owner().connect()) {
            refuseWhileRunning(connection, server.owner());
            if (!UnfinishedRestore.marked(connection)) {
                if (Target.used(connection)) keepAside(replace);
                TableRows.execute(connection, "create table public." + UnfinishedRestore.TABLE + " ()");
            }
            empty(connection);
        }
        staging.clear();
        return server;
    }

    private static void refuseWhileRunning(Connection connection, DatabaseAccount owner) throws SQLException {
        if (!Target.yes(connection, APPLICATION_RUNS)) return;
        throw new StartFailure(
                "潮汐 CRM 正在使用 %s：请先在每台服务器上执行 ./crm stop。".formatted(owner.url()),
                "Chaoxi CRM is using %s: ./crm stop on every server first.".formatted(owner.url()));
    }

    private void keepAside(boolean replace) throws IOException {
        if (!replace) throw Target.notEmpty(server.owner().url());
        var place = Files.createDirectories(staging.aside()).resolve("chaoxi.zip");
        progress.say("先备份原来的数据。", "Backing up what is there.");
        Backup.write(installation, new Source(server.owner(), Optional.empty()), place, progress);
    }

    private void empty(Connection connection) throws SQLException {
        var drops = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(LEAVE)) {
            while (found.next()) drops.add(found.getString(1));
        }
        for (String drop : drops) TableRows.execute(connection, drop);
        // Given again by the first migration; until then the history of the schema is made, which is the owner's alone.
        TableRows.execute(
                connection,
                "alter default privileges in schema public revoke all on tables from \"%s\""
                        .formatted(server.app().user()));
    }

    @Override
    public void end() throws SQLException, IOException {
        staging.ready(PIECES);
        endAgain();
    }

    @Override
    public void endAgain() throws SQLException, IOException {
        staging.takePlace();
        try (var connection = server.owner().connect()) {
            TableRows.execute(connection, "drop table if exists public." + UnfinishedRestore.TABLE);
        }
    }

    @Override
    public void close() {}
}
