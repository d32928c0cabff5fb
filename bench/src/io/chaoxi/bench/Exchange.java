package io.chaoxi.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;

/** Import with duplicate check into the full base, and export of all of it, when the program has them. */
final class Exchange {
    private static final List<String> HEADERS = List.of("客户名称", "统一社会信用代码", "电话", "邮箱", "地址", "员工人数");
    private static final List<String> FIELDS = List.of("name", "creditCode", "phone", "email", "address", "employees");

    private final Installation installation;
    private final Firm firm;
    private final Bench.Options options;
    private final Report report;
    private final Random random = new Random();

    Exchange(Installation installation, Firm firm, Bench.Options options, Report report) {
        this.installation = installation;
        this.firm = firm;
        this.options = options;
        this.report = report;
    }

    void measure() throws Exception {
        var admin = firm.admin();
        if (admin.send(admin.get("/imports")).status() == 404) {
            report.note("没有 /imports，未量导入 / no /imports yet, import not measured");
        } else {
            importing("xlsx", options.quick() ? 5_000 : 60_000);
            importing("csv", options.quick() ? 5_000 : 60_000);
        }
        if (admin.send(admin.get("/exports")).status() == 404) {
            report.note("没有 /exports，未量导出 / no /exports yet, export not measured");
        } else {
            long version = admin.ask(admin.get("/firm/limits")).path("version").asLong();
            var limit = admin.patch("/firm/limits", version, Map.of("exportRowsPerDay", 100_000_000));
            if (admin.send(limit).status() / 100 != 2) report.note("导出上限未能调高 / the export limit could not be raised");
            exporting("csv", 40_000);
            exporting("xlsx", 15_000);
        }
    }

    private void importing(String format, int rows) throws Exception {
        var lines = new ArrayList<List<String>>();
        String stamp = Long.toString(System.nanoTime() % 100_000_000_000L);
        for (int i = 0; i < rows; i++) {
            // One row of twenty repeats an earlier one.
            if (i % 20 == 19) {
                lines.add(lines.get(i - 10));
                continue;
            }
            lines.add(List.of("导" + Names.core(random) + stamp + i + Names.any(Names.TRADES, random) + "有限公司",
                    Names.creditCode(random, "330106"), Names.phone(random), Names.email(random, "i" + stamp + i),
                    Names.address(random), String.valueOf(1 + random.nextInt(900))));
        }
        byte[] file = format.equals("csv") ? csv(lines) : xlsx(lines);
        work("import." + format, "导入 import ." + format, 3_000, rows, () -> firm.admin().ask(upload(file, "bench." + format)));
    }

    private void exporting(String format, double goal) throws Exception {
        var order = Map.of("object", "customer", "sort", "-createdAt", "format", format, "fields",
                List.of("code", "name", "phone", "industry", "region", "importance", "source", "owner", "createdAt"));
        work("export." + format, "导出 export ." + format, goal, -1, () -> firm.admin().ask(firm.admin().post("/exports", order)));
    }

    /** From the request to the end of the job. */
    private void work(String key, String label, double goal, int rows, Work.Start start) throws Exception {
        var done = Work.of(installation, firm, start);
        long count = rows > 0 ? rows : done.rows();
        done.detail().put("rows", count);
        done.detail().put("processorMicrosecondsPerRow", done.processorMilliseconds() * 1_000 / Math.max(1, count));
        report.least(key, label, done.failed() ? 0 : count / done.seconds(), "/s", goal, done.detail());
    }

    private HttpRequest upload(byte[] file, String name) throws IOException {
        var mapping = new LinkedHashMap<String, String>();
        for (int i = 0; i < HEADERS.size(); i++) mapping.put(HEADERS.get(i), FIELDS.get(i));
        String border = "----bench" + random.nextInt(1_000_000);
        var body = new ByteArrayOutputStream();
        for (var part : Map.of("object", "customer", "duplicates", "skip", "mapping", Api.JSON.writeValueAsString(mapping)).entrySet()) {
            body.write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n"
                    .formatted(border, part.getKey(), part.getValue()).getBytes(StandardCharsets.UTF_8));
        }
        body.write("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(border, name).getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--%s--\r\n".formatted(border).getBytes(StandardCharsets.UTF_8));
        return firm.admin().request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static byte[] csv(List<List<String>> lines) {
        var text = new StringBuilder("\uFEFF" + String.join(",", HEADERS) + "\r\n");
        for (var line : lines) text.append(String.join(",", line)).append("\r\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(List<List<String>> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "bench", "1.0")) {
            var sheet = book.newWorksheet("客户");
            for (int i = 0; i < HEADERS.size(); i++) sheet.value(0, i, HEADERS.get(i));
            for (int row = 0; row < lines.size(); row++) {
                for (int i = 0; i < HEADERS.size(); i++) sheet.value(row + 1, i, lines.get(row).get(i));
            }
        }
        return bytes.toByteArray();
    }
}
