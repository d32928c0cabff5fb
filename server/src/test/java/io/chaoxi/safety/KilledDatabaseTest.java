package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * G13: the program's own PostgreSQL is killed or stopped from outside while people write; nothing that was acknowledged is
 * lost and service comes back by itself in five seconds. {@code -Dsafety.databaseKills=20} for the full figure.
 */
class KilledDatabaseTest {
    private static final int WRITERS = 8;
    private static final double BACK_IN_SECONDS = 5;
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Random random = new Random(Counts.seed());

    /** What happens to the server; the first ones are tried in the ordinary tests. */
    private enum Fate {
        /** The main process alone: the others notice and end. */
        KILLED {
            @Override
            void befall(ProcessHandle server) {
                server.destroyForcibly();
            }
        },
        /** One of the processes is killed, as the system does when memory runs out: all others are ended by the server. */
        PART_KILLED {
            @Override
            void befall(ProcessHandle server) {
                server.children()
                        .max((one, other) -> Long.compare(one.pid(), other.pid()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        },
        ALL_KILLED {
            @Override
            void befall(ProcessHandle server) {
                var all = server.children().toList();
                server.destroyForcibly();
                all.forEach(ProcessHandle::destroyForcibly);
            }
        },
        /** Somebody stops it in good order; nobody told the program. */
        STOPPED {
            @Override
            void befall(ProcessHandle server) {
                signal(server, "INT");
            }
        },
        /** Stopped at once, which the next start repairs as after a crash. */
        BROKEN_OFF {
            @Override
            void befall(ProcessHandle server) {
                signal(server, "QUIT");
            }
        };

        abstract void befall(ProcessHandle server);

        private static void signal(ProcessHandle server, String name) {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndServiceComesBackByItself() throws Exception {
        int kills = Counts.of("databaseKills", 2);
        var times = new ArrayList<Double>();
        var home = Path.of("target/test-home/killed-database").toAbsolutePath();
        remove(home);
        try (var program = new ProgramProcess("killed-database", Map.of())) {
            program.start();
            var http = program.signIn();
            try (var writers = new Writers(WRITERS, () -> http)) {
                for (int kill = 0; kill < kills; kill++) {
                    LockSupport.parkNanos(
                            Duration.ofMillis(500 + random.nextInt(1_000)).toNanos());
                    times.add(back(Fate.values()[kill % Fate.values().length], home, writers));
                }
                writers.close();
                check(writers, home, times);
            } finally {
                program.stop();
            }
        }
        remove(home);
    }

    private static void remove(Path home) throws IOException {
        if (Files.notExists(home)) return;
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static double back(Fate fate, Path home, Writers writers) throws Exception {
        long moment = System.nanoTime();
        fate.befall(server(home));
        double seconds = writers.secondsOfFailures(moment, CALM);
        System.out.println("database " + fate + ": back in %.1f s".formatted(seconds));
        return seconds;
    }

    private static ProcessHandle server(Path home) throws IOException {
        var lines = Files.readAllLines(home.resolve("database/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
    }

    private static DatabaseAccount superuser(Path home) {
        var app = EmbeddedPostgres.running(home, "chaoxi", "superuser").orElseThrow();
        return new DatabaseAccount(app.url(), "postgres", app.password());
    }

    private static void check(Writers writers, Path home, List<Double> times) throws SQLException {
        var there = versions(home);
        var lost = new ArrayList<String>();
        writers.acknowledged().forEach((id, version) -> {
            if (there.getOrDefault(id, 0L) < version) lost.add(id + " " + version);
        });
        var sent = writers.sent();
        double longest = sent.stream().mapToDouble(Writers.Sent::seconds).max().orElse(0);
        long refused = sent.stream().filter(one -> !one.acknowledged()).count();
        System.out.printf(
                "killed database: %d kills, %d writes acknowledged, %d lost, %d refused, back in at most %.1f s, longest request %.1f s%n",
                times.size(), sent.size() - refused, lost.size(), refused, Collections.max(times), longest);
        assertThat(lost).isEmpty();
        assertThat(there).hasSizeGreaterThanOrEqualTo(writers.acknowledged().size());
        assertThat(sent).filteredOn(one -> !one.acknowledged()).allMatch(Writers.Sent::saysWhy);
        assertThat(times).allMatch(seconds -> seconds <= BACK_IN_SECONDS);
    }

    private static Map<String, Long> versions(Path home) throws SQLException {
        var found = new HashMap<String, Long>();
        try (var connection = superuser(home).connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, version from customer where name like '断库公司%'")) {
            while (rows.next()) found.put(rows.getString(1), rows.getLong(2));
        }
        return found;
    }
}
