package io.chaoxi.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/** What the browser loads before the first page, and for the list of customers, packed. */
final class PageSize {
    private final Report report;

    PageSize(Report report) {
        this.report = report;
    }

    void measure() throws IOException {
        Path dist = Bench.ROOT.resolve("web/dist");
        Path file = dist.resolve(".vite/manifest.json");
        if (Files.notExists(file)) {
            report.note("没有 web/dist，未量网页大小 / no web/dist, page size not measured");
            return;
        }
        JsonNode manifest = Api.JSON.readTree(Files.readString(file));
        Set<String> shell = new LinkedHashSet<>();
        Set<String> list = new LinkedHashSet<>();
        for (var entry : manifest.properties()) {
            if (entry.getValue().path("isEntry").asBoolean(false)) collect(manifest, entry.getKey(), shell);
            if (entry.getKey().endsWith("/CustomersPage.tsx")) collect(manifest, entry.getKey(), list);
        }
        list.addAll(shell);
        double first = packed(dist, shell) + packed(dist, Set.of("index.html", "boot.js", "boot.css"));
        report.most("page.shell", "网页外壳 gzip / shell", first / 1e3, "KB", 300, Map.of("files", shell.size()));
        double all = packed(dist, list) + packed(dist, Set.of("index.html", "boot.js", "boot.css"));
        report.most("page.list", "客户列表页 gzip / list", all / 1e3, "KB", 430, Map.of("files", list.size()));
    }

    private static void collect(JsonNode manifest, String key, Set<String> files) {
        JsonNode chunk = manifest.path(key);
        if (!files.add(chunk.path("file").asString())) return;
        chunk.path("css").forEach(css -> files.add(css.asString()));
        chunk.path("imports").forEach(next -> collect(manifest, next.asString(), files));
    }

    private static long packed(Path dist, Set<String> files) throws IOException {
        long sum = 0;
        for (String file : files) {
            if (Files.notExists(dist.resolve(file))) continue;
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                Files.copy(dist.resolve(file), gzip);
            }
            sum += bytes.size();
        }
        return sum;
    }
}
