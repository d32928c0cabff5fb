package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.Migrations;
import io.chaoxi.platform.database.StartFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup file to restore from: seen to be ours, whole and not from a newer program before anything is taken from it. */
final class BackupFile implements Closeable {

    private static final int BUFFER = 1 << 20;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path path) throws IOException {
        this.path = path;
        this.zip = new ZipFile(path.toFile());
        this.manifest = readManifest();
    }

    /** Refused with the sentence for the operator. */
    static BackupFile open(Path path) {
        if (Files.notExists(path)) {
            throw new StartFailure("找不到文件 %s。".formatted(path), "There is no file %s.".formatted(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new StartFailure(
                    "%s 不是文件：请写出备份文件的名字。".formatted(path), "%s is no file: name the backup file.".formatted(path));
        }
        try {
            checkSeal(path);
            var file = new BackupFile(path);
            file.refuseNewer();
            return file;
        } catch (IOException | JacksonException e) {
            throw new StartFailure(
                    "读不了备份文件 %s（%s）。".formatted(path, e.getMessage()),
                    "The backup file %s cannot be read (%s).".formatted(path, e.getMessage()),
                    e);
        }
    }

    private static void checkSeal(Path path) throws IOException {
        long size = Files.size(path);
        var digest = RowDigest.sha256();
        try (var in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(ZIP.length);
            if (!Arrays.equals(head, ZIP)) throw notOurs(path);
            digest.update(head);
            byte[] buffer = new byte[BUFFER];
            long left = size - ZIP.length - Archive.SEAL;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) throw damaged(path);
                digest.update(buffer, 0, read);
                left -= read;
            }
            digest.update(Archive.UNSEALED.getBytes(StandardCharsets.US_ASCII));
            var seal = new String(in.readNBytes(Archive.SEAL), StandardCharsets.US_ASCII);
            if (!seal.equals(HexFormat.of().formatHex(digest.digest()))) throw damaged(path);
        }
    }

    private static StartFailure notOurs(Path path) {
        return new StartFailure(
                "%s 不是潮汐 CRM 的备份文件。".formatted(path), "%s is no backup file of Chaoxi CRM.".formatted(path));
    }

    private static StartFailure damaged(Path path) {
        return new StartFailure(
                "%s 不完整或已损坏（校验值不符），没有恢复任何东西：请重新拷贝一次，或用另一个备份。".formatted(path),
                "%s is cut off or damaged (its checksum differs); nothing was restored: copy it again, or use another backup."
                        .formatted(path));
    }

    private Manifest readManifest() throws IOException {
        try (var in = entry(Archive.MANIFEST)) {
            return JsonMapper.shared().readValue(in, Manifest.class);
        }
    }

    private void refuseNewer() {
        var unknown = manifest.migrations().stream()
                .filter(version -> !Migrations.known().contains(version))
                .toList();
        if (manifest.format() <= Manifest.FORMAT && unknown.isEmpty()) return;
        throw new StartFailure(
                "%s 来自更新版本的潮汐 CRM（%s）：请先把程序换成那个版本或更新的，再恢复。".formatted(path, unknown),
                "%s was made by a newer Chaoxi CRM (%s): take that version of the program or a newer one first, then restore."
                        .formatted(path, unknown));
    }

    Path path() {
        return path;
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream entry(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) throw notOurs(path);
        return zip.getInputStream(entry);
    }

    InputStream rows(Manifest.Rows table) throws IOException {
        return entry(Archive.TABLES + table.table() + ".copy");
    }

    /** The names of the kept files' entries. */
    List<String> files() {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(Archive.FILES))
                .toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
