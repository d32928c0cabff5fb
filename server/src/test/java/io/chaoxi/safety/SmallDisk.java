package io.chaoxi.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A disk of a few hundred megabytes that can be filled to its last byte; a file system in memory, which needs root. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 1 << 20;

    private final Path place;
    private final Path filler;

    private SmallDisk(Path place) {
        this.place = place;
        this.filler = place.resolve("filler");
    }

    /** Whether this machine lets us mount one. */
    static boolean possible() {
        Path place = Path.of("target/test-home/mount-trial").toAbsolutePath();
        try {
            Files.createDirectories(place);
            return mount(place, 1) && run("umount", place.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mounted over the folder; what lay in it moves along, with its owner and rights. */
    static SmallDisk over(Path place, int megabytes) {
        run("umount", "--lazy", place.toString());
        Path before = place.resolveSibling(place.getFileName() + ".before");
        try {
            Files.createDirectories(place);
            if (!mount(place, megabytes) || !run("umount", place.toString())) throw new AssertionError("No mount");
            Files.move(place, before);
            Files.createDirectory(place);
            mount(place, megabytes);
            run("cp", "-a", before + "/.", place.toString());
            run("rm", "-rf", before.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SmallDisk(place);
    }

    private static boolean mount(Path place, int megabytes) {
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString());
    }

    /** Leaves not a byte. */
    void fill() {
        for (int size = CHUNK; size > 0; size /= 16) fillWith(ByteBuffer.allocate(size));
    }

    private void fillWith(ByteBuffer piece) {
        var how = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        try (var file = FileChannel.open(filler, how.toArray(StandardOpenOption[]::new))) {
            while (piece.hasRemaining()) {
                file.write(piece);
                piece.clear();
            }
        } catch (IOException full) {
            piece.clear();
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("umount", "--lazy", place.toString());
    }
}
