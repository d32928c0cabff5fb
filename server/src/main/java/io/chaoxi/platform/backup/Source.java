package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.DatabaseServer;
import io.chaoxi.platform.database.EmbeddedPostgres;
import io.chaoxi.platform.database.HomeInUse;
import io.chaoxi.platform.database.PostgresOptions;
import io.chaoxi.platform.database.Preparation;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.database.UnfinishedRestore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The database to read: one's own, the one that the running application started, or else ours, started for the while.
 *
 * @param owner whoever owns the tables
 * @param startedHere the server that ends with this
 */
public record Source(DatabaseAccount owner, Optional<EmbeddedPostgres> startedHere) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofMillis(200);

    public static Source of(Installation installation) {
        UnfinishedRestore.refuse(installation.home());
        if (!installation.database().isEmbedded()) {
            var owner = DatabaseServer.named(installation.database()).owner();
            UnfinishedRestore.refuse(owner);
            return new Source(owner, Optional.empty());
        }
        return embedded(installation.home());
    }

    /** Before anything is made in a folder that was named by mistake. */
    static void refuseNothing(Installation installation) {
        var home = installation.home();
        if (!installation.database().isEmbedded() || Files.exists(home.resolve("database"))) return;
        throw new StartFailure(
                "目录 %s 里没有数据可以备份：请用 CRM_HOME 指出数据目录。".formatted(home),
                "There is nothing to back up in %s: name the data folder with CRM_HOME.".formatted(home));
    }

    /** The application may be about to start or to stop, so both are tried for a while. */
    private static Source embedded(Path home) {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var ours = EmbeddedPostgres.start(PostgresOptions.permanent(home));
                return new Source(ours.account(Preparation.DATABASE, Preparation.OWNER_ROLE), Optional.of(ours));
            } catch (HomeInUse inUse) {
                var running = EmbeddedPostgres.running(home, Preparation.DATABASE, Preparation.OWNER_ROLE);
                if (running.isPresent()) return new Source(running.get(), Optional.empty());
                if (Instant.now().isAfter(until)) throw inUse;
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        startedHere.ifPresent(EmbeddedPostgres::close);
    }
}
