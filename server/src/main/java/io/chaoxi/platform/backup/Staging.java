package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * What a restore makes beside the installation, and how it takes its place: by renames that are gone on with after a kill.
 * What was there before is moved aside, never deleted.
 */
final class Staging {

    private static final Pattern FILE = Pattern.compile("files/\\d+/\\d\\d-\\d\\d/[0-9a-f-]{36}");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path home;
    private final Path folder;
    private final Path ready;
    private @Nullable Path aside;

    Staging(Path home) {
        this.home = home;
        this.folder = UnfinishedRestore.staging(home);
        this.ready = UnfinishedRestore.ready(home);
    }

    Path folder() {
        return folder;
    }

    /** The folder for what is moved aside, named after the moment. */
    Path aside() {
        if (aside == null) {
            aside = home.resolve("before-restore-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
        }
        return aside;
    }

    /** Begins with nothing, whatever a restore that was broken off left. */
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder.resolve("files"));
    }

    /** Unpacks the kept files and the key. */
    void unpack(BackupFile backup, Progress progress) throws IOException {
        var names = backup.files();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!FILE.matcher(name).matches()) throw new IOException("a file called " + name);
            var place = folder.resolve(name);
            Files.createDirectories(place.getParent());
            try (var in = backup.entry(name)) {
                Files.copy(in, place);
            }
            if (i % 1_000 == 0) progress.now("正在恢复文件 " + i, "restoring file " + i);
        }
        if (backup.manifest().keyInside()) key(backup);
    }

    private void key(BackupFile backup) throws IOException {
        var key = folder.resolve(Archive.KEY);
        Files.createDirectories(
                key.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var in = backup.entry(Archive.KEY);
                var out = Files.newOutputStream(key)) {
            in.transferTo(out);
        }
    }

    boolean isReady() {
        return Files.exists(ready);
    }

    /** All is made: from here on the restore can only be ended, and nothing starts before it is. */
    void ready(List<String> pieces) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(aside().toString());
        lines.addAll(pieces);
        var draft = folder.resolve("ready.new");
        Files.write(draft, lines);
        Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The pieces that are made change places with those of the home. */
    void takePlace() throws IOException {
        var lines = Files.readAllLines(ready);
        aside = Path.of(lines.getFirst());
        for (String piece : lines.subList(1, lines.size())) {
            if (Files.notExists(folder.resolve(piece))) continue;
            if (Files.exists(home.resolve(piece))) move(home.resolve(piece), aside().resolve(piece));
            move(folder.resolve(piece), home.resolve(piece));
        }
        Files.delete(ready);
        FileSystemUtils.deleteRecursively(folder);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
