package io.chaoxi.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.postgresql.PGConnection;

/** Lines on their way into a table, over a connection of their own, while the next ones are made. */
final class CopyTable implements AutoCloseable {
    private static final int CHUNK = 256 * 1024;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(8);
    private final CompletableFuture<Void> done;
    private StringBuilder open = new StringBuilder();

    CopyTable(Installation installation, String table, String columns) throws Exception {
        Connection connection = installation.superuser();
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica; set synchronous_commit = off");
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table, columns));
        done = CompletableFuture.runAsync(() -> {
            try (connection) {
                for (byte[] chunk = chunks.take(); chunk != END; chunk = chunks.take()) {
                    copy.writeToCopy(chunk, 0, chunk.length);
                }
                copy.endCopy();
            } catch (Exception e) {
                throw new IllegalStateException("Filling " + table + " failed", e);
            }
        }, task -> Thread.ofPlatform().name("copy-" + table).start(task));
    }

    void add(CopyRow row) throws InterruptedException {
        open.append(row.end());
        if (open.length() > CHUNK) flush();
    }

    private void flush() throws InterruptedException {
        if (done.isCompletedExceptionally()) done.join();
        chunks.put(open.toString().getBytes(StandardCharsets.UTF_8));
        open = new StringBuilder();
    }

    @Override
    public void close() throws InterruptedException {
        if (!open.isEmpty()) flush();
        chunks.put(END);
        done.join();
    }
}
