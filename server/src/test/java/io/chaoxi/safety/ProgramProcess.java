package io.chaoxi.safety;

import io.chaoxi.ChaoxiApplication;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Ports;
import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, with its own home and port, as its administrator would find it. */
final class ProgramProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOGIN = "mortal";
    private static final String PASSWORD = "dies and comes back";

    private final Path home;
    private final int port = Ports.free();
    private final Map<String, String> environment;
    private @Nullable Process process;

    /** The environment names the database; without one the program brings its own. */
    ProgramProcess(String name, Map<String, String> environment) {
        this.home = Path.of("target/test-home/" + name).toAbsolutePath();
        this.environment = environment;
    }

    /** A database of the tests, reached at this address. */
    static Map<String, String> on(TestDatabase database, String url) {
        return Map.of(
                "CRM_DB_URL", url,
                "CRM_DB_USER", database.app().user(),
                "CRM_DB_PASSWORD", database.app().password(),
                "CRM_DB_OWNER_USER", database.owner().user(),
                "CRM_DB_OWNER_PASSWORD", database.owner().password());
    }

    /** Starts and waits until it is ready. */
    void start() {
        var command = new ProcessBuilder(command());
        command.environment().keySet().removeIf(name -> name.startsWith("CRM_"));
        command.environment().putAll(environment);
        command.environment()
                .putAll(Map.of(
                        "CRM_HOME",
                        home.toString(),
                        "CRM_PORT",
                        String.valueOf(port),
                        "CRM_ADMIN_LOGIN",
                        LOGIN,
                        "CRM_ADMIN_PASSWORD",
                        PASSWORD));
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

    private static List<String> command() {
        return new ArrayList<>(List.of(
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
                "--crm.rate.firm-per-minute=0"));
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!running().isAlive() || System.nanoTime() > until) {
                throw new AssertionError("The program did not start: " + home.resolve("output.log"));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    boolean ready() {
        try {
            return Http.at(port).get("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    Process running() {
        return Objects.requireNonNull(process);
    }

    /** SIGSTOP: it is there and does nothing, as when its machine is out of memory or its disk does not answer. */
    void hang() {
        signal("STOP");
    }

    void wakeUp() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(running().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL: nothing of the program runs any more. */
    void kill() {
        running().destroyForcibly();
        await();
    }

    /** SIGTERM, as ./crm stop does, until it has ended. */
    void stop() {
        running().destroy();
        await();
    }

    private void await() {
        try {
            running().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The administrator in a session that outlives every end of the program. */
    Http signIn() {
        return signIn(port);
    }

    /** The same at this port, behind which the program stands. */
    static Http signIn(int port) {
        return signIn(port, LOGIN, PASSWORD);
    }

    static Http signIn(int port, String login, String password) {
        var mine = Map.of("login", login, "password", password);
        var answer = Work.patiently(() -> Http.at(port).post("/api/v1/session", mine));
        return Http.at(port).inSession(answer.session());
    }

    @Override
    public void close() {
        if (process != null) kill();
    }
}
