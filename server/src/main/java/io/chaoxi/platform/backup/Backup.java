package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** {@code ./crm backup [FILE|FOLDER]}. */
public final class Backup {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private Backup() {}

    public static void main(String[] arguments) {
        Command.attempt(() -> {
            var installation = Installation.of(System.getenv());
            var progress = new Progress(System.out);
            take(installation, place(installation, arguments.length > 0 ? arguments[0] : null), progress);
        });
    }

    /** Takes a backup, unless another backup or restore of this home is at work. */
    static Manifest take(Installation installation, Path place, Progress progress) throws IOException {
        Source.refuseNothing(installation);
        try (var _ = Reservation.of(installation.home());
                var source = Source.of(installation)) {
            return write(installation, source, place, progress);
        }
    }

    /** Writes the file from a database that is reachable; a sentence for whatever is in the way. */
    static Manifest write(Installation installation, Source source, Path place, Progress progress) {
        long begin = System.nanoTime();
        try (var archive = new Archive(fresh(place))) {
            var manifest = Snapshot.take(installation, source.owner(), archive, progress);
            tell(place, manifest, (System.nanoTime() - begin) / 1_000_000_000, progress);
            return manifest;
        } catch (IOException e) {
            throw failure(place, e);
        } catch (SQLException e) {
            throw new StartFailure(
                    "数据库中断了备份（%s），没有留下备份文件：请检查数据库，然后再来一次。".formatted(e.getMessage()),
                    "The database broke the backup off (%s); no file was left: check the database, then try again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static StartFailure failure(Path place, IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return new StartFailure(
                    "%s 没有权限：请给当前用户权限，或把备份写到别的目录。".formatted(denied.getFile()),
                    "No permission for %s: grant it to the current user, or write the backup to another folder."
                            .formatted(denied.getFile()),
                    e);
        }
        return new StartFailure(
                "没有写成备份 %s（%s）：请检查磁盘空间和目录。".formatted(place, e.getMessage()),
                "The backup %s was not written (%s): check disk space and folder.".formatted(place, e.getMessage()),
                e);
    }

    /** Where the file goes: in a folder it is named after the moment, nothing named means the home's own folder. */
    static Path place(Installation installation, @Nullable String asked) throws IOException {
        var name = "chaoxi-%s.zip".formatted(STAMP.format(Instant.now().atZone(ZoneId.systemDefault())));
        if (asked == null) {
            Source.refuseNothing(installation);
            return Files.createDirectories(installation.home().resolve("backups"))
                    .resolve(name);
        }
        var place = Path.of(asked).toAbsolutePath().normalize();
        return Files.isDirectory(place) || asked.endsWith("/") ? place.resolve(name) : place;
    }

    /** A folder that is not there may be a disk that is not mounted. */
    private static Path fresh(Path place) {
        var folder = place.resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            throw new StartFailure(
                    "目录 %s 不存在：请先建好（或挂上磁盘）。".formatted(folder),
                    "There is no folder %s: make it first (or mount its disk).".formatted(folder));
        }
        if (Files.exists(place)) {
            throw new StartFailure(
                    "%s 已经存在，不会覆盖：请换一个名字。".formatted(place),
                    "%s exists already and is not overwritten: choose another name.".formatted(place));
        }
        return place;
    }

    private static void tell(Path place, Manifest manifest, long seconds, Progress progress) throws IOException {
        long megabytes = (Files.size(place) + 999_999) / 1_000_000;
        var files = manifest.files();
        progress.say(
                "%s（%,d MB）：%,d 行，%,d 个文件，%d 秒。".formatted(place, megabytes, manifest.rows(), files.count(), seconds),
                "%s (%,d MB): %,d rows, %,d files, %d seconds."
                        .formatted(place, megabytes, manifest.rows(), files.count(), seconds));
        if (files.missing() > 0) {
            progress.say(
                    "数据库里有 %,d 个文件在磁盘上找不到（备份时刚被删除，或早已丢失）。".formatted(files.missing()),
                    "%,d files that the database names are not on the disk (deleted during the backup, or lost before)."
                            .formatted(files.missing()));
        }
        if (manifest.keyDigest() != null && !manifest.keyInside()) {
            progress.say("CRM_KEY 不在备份里：请另外保管。", "CRM_KEY is not in the backup: keep it separately.");
        }
    }
}
