package io.chaoxi.bench;

import io.chaoxi.bench.Load.Case;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements behind what {@link Reading} asked: how many there are, their plans, and how good the list's own is. */
final class ReadingStatements {
    private final Installation installation;
    private final Load load;
    private final Report report;
    private final Map<String, Case> probed;

    ReadingStatements(Installation installation, Load load, Report report, Map<String, Case> probed) {
        this.installation = installation;
        this.load = load;
        this.report = report;
        this.probed = probed;
    }

    /** Statements per request, the list's own statement against the best that hands can write, and all plans. */
    void measure() throws Exception {
        var found = new LinkedHashMap<String, List<String>>();
        var cold = new LinkedHashMap<String, Object>();
        var warm = new LinkedHashMap<String, Object>();
        try (var statements = new Statements(installation)) {
            for (var one : probed.values()) {
                var requests = one.requests().get();
                boolean listed = List.of("list.admin", "list.10", "list.200", "list.manager", "record", "filter.name").contains(one.key());
                if (listed) {
                    Thread.sleep(5_500);
                    cold.put(one.key(), statements.during(() -> send(one, requests)).size());
                }
                var ran = statements.during(() -> send(one, requests));
                found.put(one.key(), ran);
                warm.put(one.key(), ran.size());
            }
        }
        int most = cold.values().stream().mapToInt(count -> (Integer) count).max().orElse(0);
        report.most("statements", "每个请求的语句数，最多 statements per request, most", most, "", 30, Map.of("afterPause", cold, "warm", warm));
        report.most("statements.page", "每页 200 与 10 的语句数之差 statements, page of 200 − page of 10",
                (Integer) warm.get("list.200") - (Integer) warm.get("list.10"), "", 0, Map.of());
        try (var connection = installation.app(1)) {
            for (var entry : found.entrySet()) {
                Statements.explain(connection, Statements.plan(entry.getKey()), entry.getValue());
            }
            for (String role : Reading.ROLES) compared(connection, role, found.get("list." + role));
        }
    }

    private static Object send(Case one, List<HttpRequest> requests) throws Exception {
        for (var request : requests) one.api().send(request);
        return requests;
    }

    private void compared(Connection connection, String role, List<String> ran) throws Exception {
        String own = ran.stream().filter(sql -> sql.contains("\"customer\"") && sql.contains("fetch next")).findFirst().orElse(null);
        if (own == null) {
            report.note("列表语句未找到 / the statement of the list was not found: " + role);
            return;
        }
        String byHand = ByHand.list(connection, role);
        double[] medians = Statements.medians(connection, 200, byHand, own);
        double http = load.alone(List.of(probed.get("list." + role)), 100).get("list." + role).at(0.5);
        report.most("sql.list." + role, "列表语句 ÷ 最好的手写语句 SQL ÷ by hand, " + Reading.NAMES.get(role), medians[1] / medians[0], "×", 1.5,
                Map.of("byHandMilliseconds", Report.rounded(medians[0]), "milliseconds", Report.rounded(medians[1])));
        report.most("http.list." + role, "HTTP 与 JSON 外加 on top, p50, " + Reading.NAMES.get(role), http - medians[1], "ms", 4,
                Map.of("http", Report.rounded(http)));
    }
}
