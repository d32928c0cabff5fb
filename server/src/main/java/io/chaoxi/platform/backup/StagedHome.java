package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.DatabaseServer;
import io.chaoxi.platform.database.EmbeddedPostgres;
import io.chaoxi.platform.database.HomeInUse;
import io.chaoxi.platform.database.PostgresOptions;
import io.chaoxi.platform.database.Preparation;
import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The embedded database with files and secrets, made in a folder of the home that takes its place when all is there. */
final class StagedHome implements Target {

    private static final List<String> PIECES = List.of("database", "secrets", "files");

    private final Path home;
    private final Staging staging;
    private @Nullable FileChannel hold;
    private @Nullable DatabaseServer server;

    StagedHome(Path home, Staging staging) {
        this.home = home;
        this.staging = staging;
    }

    @Override
    public DatabaseServer begin(boolean replace) throws SQLException, IOException {
        if (!replace && Files.exists(home.resolve("database")) && used()) throw Target.notEmpty(home.toString());
        var beside = new PostgresOptions(staging.folder(), home, true);
        stopLeftOver(PostgresOptions.permanent(home));
        hold = EmbeddedPostgres.hold(home);
        stopLeftOver(beside);
        staging.clear();
        server = DatabaseServer.embedded(beside);
        return server;
    }

    private boolean used() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(PostgresOptions.permanent(home));
                var connection = postgres.account(Preparation.DATABASE, Preparation.OWNER_ROLE)
                        .connect()) {
            return Target.used(connection);
        } catch (HomeInUse running) {
            throw running;
        } catch (StartFailure broken) {
            throw new StartFailure(
                    "%s 里的数据库打不开（%s）：要用备份换掉它，加上 --replace（原来的会留在一边）。".formatted(home, broken.getMessage()),
                    "The database in %s does not open (%s): to put the backup in its place add --replace (what is there is kept aside)."
                            .formatted(home, broken.getMessage()),
                    broken);
        }
    }

    /** A server that outlived its killed program must not go on in a folder that is moved or deleted. */
    private static void stopLeftOver(PostgresOptions options) {
        if (EmbeddedPostgres.running(options.home(), Preparation.DATABASE, Preparation.OWNER_ROLE)
                .isPresent()) {
            EmbeddedPostgres.start(options).close();
        }
    }

    @Override
    public void end() throws IOException {
        if (server != null) server.close();
        staging.ready(PIECES);
        staging.takePlace();
    }

    @Override
    public void endAgain() throws IOException {
        hold = EmbeddedPostgres.hold(home);
        staging.takePlace();
    }

    @Override
    public void close() throws IOException {
        if (server != null) server.close();
        if (hold != null) hold.close();
    }
}
