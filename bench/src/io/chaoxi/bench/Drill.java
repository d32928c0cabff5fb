package io.chaoxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Backup of the running installation, restore into an empty home, and whether the same came back (G21). */
final class Drill {
    private static final double MINUTES = 15;

    /** Written without anybody's doing, or left out of a backup. */
    private static final List<String> RESTLESS =
            List.of("scheduled_tasks", "session", "half_sign_in", "flyway_schema_history");

    /** The access log is sealed every ten minutes: what was sealed before the drill began is the same after it. */
    private static final String SEALS = "access_seal";

    private final Installation installation;
    private final Report report;
    private final Path file;
    private final Path home;

    Drill(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
        this.file = installation.home().resolveSibling("bench-drill.zip");
        this.home = installation.home().resolveSibling("bench-drill-home");
    }

    void measure() throws Exception {
        Files.deleteIfExists(file);
        Installation.delete(home);
        Instant began = Instant.now();
        var before = digests(installation, began);
        double backup = crm(installation.home(), "backup", file.toString());
        report.told("backup.minutes", "备份 backup", backup, "min", Map.of("megabytes", Files.size(file) / 1_000_000));
        double restore = crm(home, "restore", file.toString());
        try (var restored = new Installation(home)) {
            double start = restored.start() / 60_000.0;
            var detail = new LinkedHashMap<String, Object>();
            detail.put("restore", Report.rounded(restore));
            detail.put("start", Report.rounded(start));
            report.most("restore.minutes", "恢复并启动 restore and start", restore + start, "min", MINUTES, detail);
            var after = digests(restored, began);
            var differing = new ArrayList<String>();
            before.forEach((table, digest) -> {
                if (!digest.equals(after.get(table))) differing.add(table);
            });
            report.most("restore.differing", "不同的表 tables that differ", differing.size(), "", 0,
                    Map.of("tables", before.size(), "differing", differing));
            new Firm(restored).signIn();
        }
        Installation.delete(home);
        Files.delete(file);
    }

    /** Minutes that the command took. */
    private static double crm(Path home, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Bench.ROOT.resolve("crm").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CRM_HOME", home.toString());
        long begin = System.nanoTime();
        int code = builder.start().waitFor();
        if (code != 0) throw new IOException(String.join(" ", words) + " ended with " + code);
        return (System.nanoTime() - begin) / 60e9;
    }

    /** Number and digest of the rows of every table. */
    private static Map<String, String> digests(Installation of, Instant began) throws Exception {
        var found = new TreeMap<String, String>();
        try (var connection = of.superuser(); var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            var tables = statement.executeQuery("select relname from pg_class where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace");
            while (tables.next()) names.add(tables.getString(1));
            names.removeAll(RESTLESS);
            for (String name : names) {
                var row = statement.executeQuery("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                        + " from \"" + name + "\" t" + (name.equals(SEALS) ? " where at < '" + began + "'" : ""));
                row.next();
                found.put(name, row.getString(1));
            }
        }
        return found;
    }
}
