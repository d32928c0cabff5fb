package io.chaoxi.safety;

import io.chaoxi.testing.Http;
import io.chaoxi.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** HAProxy with the configuration that the guide prints, before two nodes of this machine. */
final class Balancer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
    private static final Path GUIDE = Path.of("../docs/guide/多节点.md");
    private static final Pattern CONFIGURATION = Pattern.compile("```haproxy\n(.*?)```", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int port = Ports.free();
    private final int statistics = Ports.free();
    private final Process process;

    Balancer(TwoNodes nodes) {
        Path home = nodes.a().home().getParent();
        try {
            var guide = CONFIGURATION.matcher(Files.readString(GUIDE));
            if (!guide.find()) throw new AssertionError("No configuration in " + GUIDE);
            String configuration = guide.group(1)
                    .replace("10.0.0.11:8080", "127.0.0.1:" + nodes.a().port())
                    .replace("10.0.0.12:8080", "127.0.0.1:" + nodes.b().port())
                    .replace("127.0.0.1:8404", "127.0.0.1:" + statistics)
                    .replaceAll("bind :443 .*|bind :80", "bind 127.0.0.1:" + port);
            Path file = Files.writeString(home.resolve("haproxy.cfg"), configuration);
            process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("haproxy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitUp("a");
        awaitUp("b");
    }

    static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    int port() {
        return port;
    }

    /** Until the balancer sends requests to the node. */
    void awaitUp(String node) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!up(node)) {
            if (!process.isAlive() || System.nanoTime() > until)
                throw new AssertionError("HAProxy does not see " + node);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** By the page of figures: whether the line of the node has a check that passed. */
    private boolean up(String node) {
        try {
            return Http.at(statistics)
                    .get("/;csv")
                    .text()
                    .lines()
                    .anyMatch(line ->
                            line.startsWith("nodes," + node + ",") && line.contains(",UP,") && line.contains("L7OK"));
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
