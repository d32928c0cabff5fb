package io.chaoxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How figures grow from 100,000 to 1,000,000 customers. */
final class Compare {
    private static final double GOAL = 1.3;
    private static final List<String> JUDGED = List.of("list.", "search.", "record", "create.", "update.", "claim.");

    private Compare() {}

    static void latest(Path folder) throws IOException {
        JsonNode small = newest(folder, "-100000.json");
        JsonNode large = newest(folder, "-1000000.json");
        if (small == null || large == null) {
            System.out.println("需要 100000 与 1000000 两个结果 / needs a result for 100000 and one for 1000000");
            return;
        }
        System.out.printf("100000: %s %s   1000000: %s %s%n", small.path("commit").asString(), small.path("date").asString(),
                large.path("commit").asString(), large.path("date").asString());
        Map<String, JsonNode> before = new HashMap<>();
        small.path("figures").forEach(figure -> before.put(figure.path("key").asString(), figure));
        for (JsonNode now : large.path("figures")) {
            JsonNode then = before.get(now.path("key").asString());
            if (then != null) print(then, now);
        }
    }

    /** Times are compared by their medians, which a busy machine disturbs least. */
    private static void print(JsonNode then, JsonNode now) {
        String key = now.path("key").asString();
        boolean rate = now.path("unit").asString().equals("/s");
        double a = then.path("detail").path("p50").asDouble(then.path("value").asDouble());
        double b = now.path("detail").path("p50").asDouble(now.path("value").asDouble());
        if (rate) {
            a = then.path("value").asDouble();
            b = now.path("value").asDouble();
        }
        double growth = rate ? a / b : b / a;
        boolean judged = JUDGED.stream().anyMatch(key::startsWith);
        System.out.printf("%s %-34s %10s → %10s %-5s × %.2f%n", !judged ? " " : growth <= GOAL ? "✓" : "✗", key,
                Report.plain(Report.rounded(a)), Report.plain(Report.rounded(b)), now.path("unit").asString(), growth);
    }

    /** The newest results side by side as bench/results/README.md, for readers. */
    static void table(Path folder) throws IOException {
        JsonNode small = newest(folder, "-100000.json");
        JsonNode large = newest(folder, "-1000000.json");
        if (small == null && large == null) return;
        Map<String, JsonNode[]> rows = new LinkedHashMap<>();
        for (JsonNode result : Stream.of(small, large).filter(Objects::nonNull).toList()) {
            result.path("figures").forEach(figure -> rows.computeIfAbsent(
                    figure.path("key").asString(), key -> new JsonNode[2])[result == small ? 0 : 1] = figure);
        }
        var text = new StringBuilder("# 最近的测量 / Latest results\n\n由 ./crm bench 写成，见 ../README.md / Written by ./crm bench.\n\n");
        text.append("100,000: ").append(origin(small)).append("  \n1,000,000: ").append(origin(large)).append("\n\n");
        text.append("| | 目标 goal | 100,000 | 1,000,000 |\n|---|---|---|---|\n");
        rows.values().forEach(pair -> {
            JsonNode any = pair[1] == null ? pair[0] : pair[1];
            text.append("| %s | %s | %s | %s |\n".formatted(any.path("label").asString(),
                    any.path("goal").asString() + " " + any.path("unit").asString(), cell(pair[0]), cell(pair[1])));
        });
        Files.writeString(folder.resolve("README.md"), text);
    }

    private static String origin(JsonNode result) {
        return result == null ? "–" : "%s, %s, load %s".formatted(result.path("commit").asString(),
                result.path("date").asString(), result.path("loadAverageBefore").asString());
    }

    private static String cell(JsonNode figure) {
        if (figure == null) return "–";
        String met = figure.path("met").isNull() ? "" : figure.path("met").asBoolean() ? " ✓" : " ✗";
        return Report.plain(figure.path("value").asDouble()) + met;
    }

    private static JsonNode newest(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            var last = files.filter(file -> file.getFileName().toString().endsWith(ending)).max(Path::compareTo);
            return last.isEmpty() ? null : Api.JSON.readTree(Files.readString(last.get()));
        }
    }
}
