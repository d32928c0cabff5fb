package io.chaoxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Collects figures, prints them as a table and writes them as JSON. */
final class Report {
    /** A figure; without a goal {@code met} is null. */
    record Figure(String key, String label, double value, String unit, String goal, Boolean met, Map<String, Object> detail) {}

    private final Bench.Options options;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Object> head = new LinkedHashMap<>();
    private final Cpu cpu = new Cpu();
    private Map<String, Object> filling = Map.of();
    private Map<String, Object> data = Map.of();
    private volatile boolean written;

    Report(Bench.Options options) throws IOException {
        this.options = options;
        head.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        head.put("commit", command("git", "rev-parse", "--short", "HEAD"));
        head.put("uncommitted", !command("git", "status", "--porcelain", "--", "server", "pom.xml", "crm").isEmpty());
        head.put("quick", options.quick());
        head.put("fault", options.fault());
        head.put("cores", Runtime.getRuntime().availableProcessors());
        head.put("processor", cpuName());
        head.put("memoryMegabytes", memory());
        head.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        head.put("java", System.getProperty("java.runtime.version"));
        head.put("loadAverageBefore", loadAverage());
    }

    /** A figure that must not exceed the goal. */
    void most(String key, String label, double value, String unit, double goal, Map<String, Object> detail) {
        boolean failed = detail.containsKey("failures");
        add(new Figure(key, label, rounded(value), unit, "≤ " + plain(goal), !failed && value <= goal, detail));
    }

    /** A figure that must reach the goal. */
    void least(String key, String label, double value, String unit, double goal, Map<String, Object> detail) {
        boolean failed = detail.containsKey("failures");
        add(new Figure(key, label, rounded(value), unit, "≥ " + plain(goal), !failed && value >= goal, detail));
    }

    /** A figure without a goal of its own. */
    void told(String key, String label, double value, String unit, Map<String, Object> detail) {
        add(new Figure(key, label, rounded(value), unit, "", null, detail));
    }

    private void add(Figure figure) {
        figures.add(figure);
        Bench.say(line(figure));
    }

    void note(String text) {
        notes.add(text);
        Bench.say(text);
    }

    void memory(String key, String label, double goal, Installation installation) throws IOException {
        most(key, label, installation.applicationMegabytes(), "MB", goal,
                Map.of("databaseMegabytes", installation.databaseMegabytes()));
    }

    void data(Map<String, Object> took) {
        filling = took;
    }

    void dataSize(Installation installation) throws Exception {
        cpu.begin(installation);
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            var row = statement.executeQuery("""
                    select (select count(*) from customer where tenant_id = 1), (select count(*) from contact where tenant_id = 1),
                        (select count(*) from activity where tenant_id = 1),
                        (select count(*) from person where tenant_id = 1), (select count(*) from department where tenant_id = 1),
                        (select count(*) from tenant), pg_database_size(current_database()) / 1000000""");
            row.next();
            var counted = new LinkedHashMap<String, Object>();
            var names = List.of("customers", "contacts", "activities", "people", "departments", "firms", "databaseMegabytes");
            for (int i = 0; i < names.size(); i++) counted.put(names.get(i), row.getLong(i + 1));
            data = counted;
        }
    }

    void end() throws IOException {
        head.put("loadAverageAfter", loadAverage());
        head.put("processorShareOfOthers", cpu.shareOfOthers());
        if (cpu.shareOfOthers() > 0.15) {
            note("机器不空闲：其他程序占用了处理器的 %.0f %%，绝对值偏慢 / the machine was not quiet: other programs took %.0f %% of the processor, absolute figures are too slow"
                    .formatted(100 * cpu.shareOfOthers(), 100 * cpu.shareOfOthers()));
        }
    }

    void print() {
        System.out.println();
        System.out.printf("潮汐 CRM %s  %s  %s%n%n", head.get("commit"), head.get("date"), data);
        figures.forEach(figure -> System.out.println(line(figure)));
        long missed = figures.stream().filter(figure -> Boolean.FALSE.equals(figure.met())).count();
        long judged = figures.stream().filter(figure -> figure.met() != null).count();
        System.out.printf("%n达标 met %d / %d，未达标 missed %d%n", judged - missed, judged, missed);
        notes.forEach(note -> System.out.println("· " + note));
    }

    private static String line(Figure figure) {
        String met = figure.met() == null ? " " : figure.met() ? "✓" : "✗";
        String failures = figure.detail().containsKey("failures") ? "  failures " + figure.detail().get("failures") : "";
        return "%s %s %12s %-6s %-10s%s".formatted(met, wide(figure.label(), 64), plain(figure.value()), figure.unit(), figure.goal(), failures);
    }

    /** Chinese characters are two columns wide. */
    private static String wide(String text, int columns) {
        int width = text.codePoints().map(point -> point > 0x2E80 ? 2 : 1).sum();
        return text + " ".repeat(Math.max(0, columns - width));
    }

    boolean written() {
        return written;
    }

    void write() throws IOException {
        written = true;
        var result = new LinkedHashMap<>(head);
        result.put("data", data);
        result.put("filling", filling);
        result.put("figures", figures);
        result.put("notes", notes);
        Path folder = Bench.ROOT.resolve(options.counts() ? "bench/results" : "target");
        Files.createDirectories(folder);
        String stamp = String.valueOf(head.get("date")).replaceAll("[-:]", "").replaceAll("(\\d{8}T\\d{4}).*", "$1");
        Path file = folder.resolve("%s%s-%d%s.json".formatted(
                options.fault() ? "fault-" : "", stamp, options.customers(), options.drill() ? "-drill" : ""));
        Files.writeString(file, Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        System.out.println(Bench.ROOT.relativize(file));
        if (options.counts()) Compare.table(folder);
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String loadAverage() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).replaceAll("(\\S+ \\S+ \\S+).*\\s*", "$1");
    }

    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000)
                .findFirst().orElse(0);
    }

    private static String cpuName() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.replaceAll(".*:\\s*", ""))
                .findFirst().orElse("");
    }

    private static String command(String... words) throws IOException {
        var process = new ProcessBuilder(words).directory(Bench.ROOT.toFile()).redirectErrorStream(true).start();
        return Objects.requireNonNull(new String(process.getInputStream().readAllBytes())).strip();
    }
}
