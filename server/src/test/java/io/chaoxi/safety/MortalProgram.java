package io.chaoxi.safety;

import io.chaoxi.ChaoxiApplication;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The program in a process of its own on a database of its own, which can be killed (SIGKILL) and started again. Each
 * start begins as its administrator would find it: set up at the first one, as it was left at the others.
 */
final class MortalProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOGIN = "mortal";
    private static final String PASSWORD = "dies and comes back";

    private final TestDatabase database = TestDatabase.create();
    private final Path home =
            Path.of("target/test-home/mortal-" + database.name()).toAbsolutePath();
    private final int port = freePort();
    private Process process;
    private int kills;

    MortalProgram() {
        start();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start() {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChaoxiApplication.class.getName(),
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=500ms",
                "--crm.rate.caller-per-minute=0",
                "--crm.rate.firm-per-minute=0");
        command.environment()
                .putAll(Map.of(
                        "CRM_HOME", home.toString(),
                        "CRM_PORT", String.valueOf(port),
                        "CRM_DB_URL", database.app().url(),
                        "CRM_DB_USER", database.app().user(),
                        "CRM_DB_PASSWORD", database.app().password(),
                        "CRM_DB_OWNER_USER", database.owner().user(),
                        "CRM_DB_OWNER_PASSWORD", database.owner().password(),
                        "CRM_ADMIN_LOGIN", LOGIN,
                        "CRM_ADMIN_PASSWORD", PASSWORD));
        try {
            Files.createDirectories(home);
            var output =
                    ProcessBuilder.Redirect.appendTo(home.resolve("output.log").toFile());
            process = command.redirectErrorStream(true).redirectOutput(output).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("The program did not start: " + home.resolve("output.log"));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean ready() {
        try {
            return Http.at(port).get("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    void killAndStart() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        kills++;
        start();
    }

    int kills() {
        return kills;
    }

    /** The administrator in a session that outlives every kill. */
    Http signIn() {
        var answer = Http.at(port).post("/api/v1/session", Map.of("login", LOGIN, "password", PASSWORD));
        return Http.at(port).inSession(answer.session());
    }

    /** The numbers of the only row that the statement finds, past every wall. */
    List<Long> numbers(String sql, int columns) {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            var found = new java.util.ArrayList<Long>();
            for (int i = 1; i <= columns; i++) found.add(row.getLong(i));
            return found;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        database.close();
    }
}
