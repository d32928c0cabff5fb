package io.chaoxi.safety;

import io.chaoxi.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a process holds at a moment, its heap after garbage was collected: megabytes and counts. */
record Vitals(double heap, double resident, long threads, long descriptors, long connections) {
    private static final Pattern USED = Pattern.compile("used \\d+K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

    static Vitals of(ProgramProcess program, TestDatabase database) {
        long pid = program.running().pid();
        ask(pid, "GC.run");
        ask(pid, "GC.run");
        String heap = ask(pid, "GC.heap_info")
                .lines()
                .takeWhile(line -> !line.contains("Metaspace"))
                .filter(line -> line.contains(" total "))
                .reduce("", (one, other) -> one + other + "\n");
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"));
            return new Vitals(
                    number(USED, heap) / 1024.0,
                    number(RESIDENT, status) / 1024.0,
                    number(THREADS, status),
                    files.count(),
                    connections(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ask(long pid, String question) {
        try {
            var asking = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            question)
                    .redirectErrorStream(true)
                    .start();
            return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum of all that are found. */
    private static long number(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
                .sum();
    }

    private static long connections(TestDatabase database) {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_stat_activity where datname = '"
                        + database.name() + "' and usename = 'chaoxi_app' and backend_type = 'client backend'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "%.1f MB heap, %.0f MB resident, %d threads, %d descriptors, %d connections"
                .formatted(heap, resident, threads, descriptors, connections);
    }
}
