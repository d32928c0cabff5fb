package io.chaoxi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements behind a request, read from PostgreSQL's log, which is told to write them while we look. */
final class Statements implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d [^\\[]*\\[(\\d+)] (LOG|DETAIL):  (.*)$");
    private static final Pattern EXECUTED = Pattern.compile("(?s)^(?:execute [^:]*|statement): (.*)$");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern CEREMONY = Pattern.compile("(?i)^(begin|commit|rollback|set local app.tenant|set session|show ).*", Pattern.DOTALL);

    private final Installation installation;

    Statements(Installation installation) throws Exception {
        this.installation = installation;
        settings("alter system set log_statement = 'all'", "alter system set log_parameter_max_length = -1",
                "alter system set log_error_verbosity = 'default'");
    }

    private void settings(String... commands) throws Exception {
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
            statement.execute("select pg_reload_conf()");
        }
        Thread.sleep(500);
    }

    /** What ran while the work went on, without transaction brackets and without the scheduler's polling. */
    List<String> during(Callable<?> work) throws Exception {
        Path log = newest();
        long before = Files.size(log);
        work.call();
        Thread.sleep(400);
        try (var file = Files.newByteChannel(log)) {
            file.position(before);
            var bytes = java.nio.ByteBuffer.allocate((int) (Files.size(log) - before));
            while (bytes.hasRemaining() && file.read(bytes) >= 0) continue;
            return read(new String(bytes.array(), StandardCharsets.UTF_8));
        }
    }

    private Path newest() throws IOException {
        try (var files = Files.list(installation.home().resolve("logs/postgres"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("postgres-"))
                    .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static List<String> read(String log) {
        var entries = new ArrayList<String[]>();
        for (String line : log.split("\n")) {
            Matcher start = LINE.matcher(line);
            if (start.matches()) {
                entries.add(new String[] {start.group(1), start.group(2), start.group(3)});
            } else if (!entries.isEmpty()) {
                entries.getLast()[2] += "\n" + line;
            }
        }
        var statements = new ArrayList<String>();
        var last = new HashMap<String, Integer>();
        for (String[] entry : entries) {
            Matcher executed = EXECUTED.matcher(entry[2]);
            if (entry[1].equals("LOG") && executed.matches()) {
                String sql = executed.group(1).strip();
                boolean skipped = CEREMONY.matcher(sql).matches() || sql.contains("scheduled_tasks") || sql.isEmpty();
                last.remove(entry[0]);
                if (skipped) continue;
                last.put(entry[0], statements.size());
                statements.add(sql);
            } else if (entry[1].equals("DETAIL") && last.containsKey(entry[0])) {
                statements.set(last.get(entry[0]), filled(statements.get(last.get(entry[0])), entry[2]));
            }
        }
        return statements;
    }

    private static String filled(String sql, String detail) {
        Map<String, String> values = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) values.put(parameter.group(1), parameter.group(2));
        return PLACE.matcher(sql).replaceAll(place -> Matcher.quoteReplacement(
                values.getOrDefault(place.group(1), place.group())));
    }

    /** Median milliseconds of each statement as the role of requests, taking turns. */
    static double[] medians(Connection connection, int times, String... statements) throws SQLException {
        double[][] took = new double[statements.length][times];
        for (int i = -times / 3; i < times; i++) {
            for (int j = 0; j < statements.length; j++) {
                long begin = System.nanoTime();
                try (var query = connection.prepareStatement(statements[j]); var rows = query.executeQuery()) {
                    while (rows.next()) continue;
                }
                if (i >= 0) took[j][i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        double[] medians = new double[statements.length];
        for (int j = 0; j < statements.length; j++) {
            Arrays.sort(took[j]);
            medians[j] = took[j][times / 2];
        }
        return medians;
    }

    static Path plan(String key) {
        return Bench.ROOT.resolve("target/bench-plans").resolve(key + ".txt");
    }

    /** Writes the plans of these statements beside the data, for whoever wants to know why. */
    static void explain(Connection connection, Path file, List<String> statements) throws Exception {
        Files.createDirectories(file.getParent());
        var text = new StringBuilder();
        for (String sql : statements) {
            text.append(sql).append("\n\n");
            if (!sql.toLowerCase(java.util.Locale.ROOT).startsWith("select")) continue;
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("explain (analyze, buffers) " + sql)) {
                while (rows.next()) text.append("    ").append(rows.getString(1)).append('\n');
            } catch (SQLException cannot) {
                text.append("    ").append(cannot.getMessage()).append('\n');
            }
            text.append("\n\n");
        }
        Files.writeString(file, text);
    }

    @Override
    public void close() throws Exception {
        settings("alter system reset log_statement", "alter system reset log_parameter_max_length",
                "alter system reset log_error_verbosity");
    }
}
