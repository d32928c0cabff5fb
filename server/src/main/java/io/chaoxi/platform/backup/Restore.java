package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.flywaydb.core.api.FlywayException;

/** {@code ./crm restore FILE [--replace]}. */
public final class Restore {

    private static final String REPLACE = "--replace";

    private final Installation installation;
    private final Progress progress;
    private final Staging staging;

    private Restore(Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
        this.staging = new Staging(installation.home());
    }

    public static void main(String[] arguments) {
        var words = Arrays.asList(arguments);
        var file = words.stream().filter(word -> !word.equals(REPLACE)).findFirst();
        Command.attempt(() -> from(
                Path.of(file.orElseThrow()),
                words.contains(REPLACE),
                Installation.of(System.getenv()),
                new Progress(System.out)));
    }

    /** Fills the installation from the file. Whatever goes wrong: the old state, or one that says that it is unfinished. */
    static void from(Path file, boolean replace, Installation installation, Progress progress) throws IOException {
        var path = file.toAbsolutePath().normalize();
        try (var backup = BackupFile.open(path);
                var _ = Reservation.of(installation.home())) {
            new Restore(installation, progress).run(backup, replace);
        } catch (IOException e) {
            throw new StartFailure(
                    "恢复中断（%s）：请检查磁盘空间与目录 %s，然后再执行一次。".formatted(e.getMessage(), installation.home()),
                    "The restore broke off (%s): check disk space and the folder %s, then run it again."
                            .formatted(e.getMessage(), installation.home()),
                    e);
        } catch (SQLException | FlywayException e) {
            throw new StartFailure(
                    "数据库中断了恢复（%s）：请检查数据库，然后再执行一次。".formatted(e.getMessage()),
                    "The database broke the restore off (%s): check the database, then run it again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private void run(BackupFile backup, boolean replace) throws SQLException, IOException {
        try (var target = target()) {
            if (staging.isReady()) {
                target.endAgain();
                progress.say("上次中断的恢复已经做完。", "The restore that was broken off is finished now.");
                return;
            }
            long begin = System.nanoTime();
            var server = target.begin(replace);
            new Loading(backup, progress).into(server);
            staging.unpack(backup, progress);
            target.end();
            tell(backup.manifest(), (System.nanoTime() - begin) / 1_000_000_000);
        }
    }

    private Target target() {
        return installation.database().isEmbedded()
                ? new StagedHome(installation.home(), staging)
                : new NamedDatabase(installation, staging, progress);
    }

    private void tell(Manifest manifest, long seconds) throws IOException {
        progress.say(
                "已恢复 %s 的备份：%,d 行，%,d 个文件，%d 秒，逐表核对无误。用 ./crm start 启动，大家要重新登录。"
                        .formatted(
                                manifest.madeAt(),
                                manifest.rows(),
                                manifest.files().count(),
                                seconds),
                "Restored the backup of %s: %,d rows, %,d files, %d seconds, every table checked. Start with ./crm start; everybody signs in again."
                        .formatted(
                                manifest.madeAt(),
                                manifest.rows(),
                                manifest.files().count(),
                                seconds));
        var aside = staging.aside();
        if (Files.exists(aside)) {
            progress.say(
                    "原来的数据在 %s，确认无误后可以删除。".formatted(aside),
                    "What was there before is in %s; delete it when all is well.".formatted(aside));
        }
        if (!Objects.equals(installation.keyDigest(), manifest.keyDigest()) && manifest.keyDigest() != null) {
            progress.say(
                    "注意：两步验证的钥匙和备份时的不同。启动前把 CRM_KEY 设成备份时用的%s，否则打开了两步验证的人要由管理员重置。"
                            .formatted(manifest.keyInside() ? "（当时没有设，就不要设）" : ""),
                    "Mind: the key of second factors is not the one of the backup. Before you start set CRM_KEY to what it was then%s, or an administrator must reset the second factors."
                            .formatted(manifest.keyInside() ? " (it was not set, so unset it)" : ""));
        }
    }
}
