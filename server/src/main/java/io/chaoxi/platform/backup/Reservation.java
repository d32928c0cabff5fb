package io.chaoxi.platform.backup;

import io.chaoxi.platform.database.FolderNotWritable;
import io.chaoxi.platform.database.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One backup or restore of a home at a time; ends with the program that holds it, however that ends. */
final class Reservation {

    private Reservation() {}

    static FileChannel of(Path home) throws IOException {
        var channel = open(home);
        if (!taken(channel)) return channel;
        channel.close();
        throw new StartFailure(
                "目录 %s 上已经有一个备份或恢复在进行：等它结束再来。".formatted(home),
                "A backup or restore of %s is going on already: wait for its end.".formatted(home));
    }

    private static FileChannel open(Path home) throws IOException {
        try {
            Files.createDirectories(home);
            return FileChannel.open(home.resolve("backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new FolderNotWritable(home, e);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return true;
        }
    }
}
