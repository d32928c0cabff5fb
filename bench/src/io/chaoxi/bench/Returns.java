package io.chaoxi.bench;

import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What nobody follows returns: a rule and its dry run, the walk that counts by it, the run with nothing due and with many. */
final class Returns {
    private static final int DUE = 100_000;
    private static final int LOOKS = 20;
    private static final int PATIENCE_SECONDS = 600;
    private static final Map<String, Object> RULE = Map.of("days", 30, "grades", Map.of("high", 60), "warnDays", 3);

    /** As the run asks whether anything is due. */
    private static final String LOOK = """
            select exists (select 1 from customer where return_at <= now() and deleted_at is null and tenant_id = 1)
                or exists (select 1 from customer where warn_at <= now() and deleted_at is null and tenant_id = 1)
                or exists (select 1 from return_told where tenant_id = 1)""";

    private final Installation installation;
    private final Firm firm;
    private final Report report;

    Returns(Installation installation, Firm firm, Report report) {
        this.installation = installation;
        this.firm = firm;
        this.report = report;
    }

    void measure() throws Exception {
        String pool = pool();
        var trial = Map.of("returns", RULE);
        long begin = System.nanoTime();
        var tried = firm.admin().ask(firm.admin().post("/pools/" + pool + "/return-trial", trial));
        report.told("returns.trial", "试算 dry run", seconds(begin), "s", Map.of("records", tried.path("records").asInt()));
        begin = System.nanoTime();
        write(pool);
        untilNoJob();
        report.told("returns.recount", "按新规则重算全部 counting all anew", seconds(begin), "s", Map.of());
        nothingDue();
        due();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private String pool() throws Exception {
        for (JsonNode pool : firm.admin().ask(firm.admin().get("/pools?filter=object==customer&limit=200")).path("items")) {
            if (pool.path("standard").asBoolean()) return pool.path("id").asString();
        }
        throw new IllegalStateException("No default pool");
    }

    private void write(String pool) throws Exception {
        var admin = firm.admin();
        var terms = admin.ask(admin.get("/pools/" + pool + "/terms"));
        var body = new LinkedHashMap<String, Object>(Map.of("members", List.of(), "fields", List.of(), "grades", Map.of()));
        body.put("returns", RULE);
        HttpRequest put = admin.put("/pools/" + pool + "/terms", terms.path("version").asLong(), body);
        admin.ask(put);
    }

    private void untilNoJob() throws Exception {
        while (!firm.admin().ask(firm.admin().get("/jobs?open=true")).path("items").isEmpty()) Thread.sleep(200);
    }

    private void nothingDue() throws Exception {
        try (var connection = installation.app(1); var statement = connection.createStatement()) {
            double longest = 0;
            for (int i = 0; i < LOOKS; i++) {
                long begin = System.nanoTime();
                statement.executeQuery(LOOK).next();
                longest = Math.max(longest, seconds(begin) * 1_000);
            }
            report.most("returns.nothing", "没有到期的 nothing due", longest, "ms", 200, Map.of("times", LOOKS));
        }
    }

    /** Makes customers due whose owners were warned, and waits for the run of the minute. */
    private void due() throws Exception {
        try (var connection = installation.superuser()) {
            update(connection, """
                    update pool set return_rule = jsonb_set(return_rule, '{since}', '"2020-01-01"') where return_rule is not null""");
            int due = update(connection, """
                    update customer set return_from = now() - interval '400 days', warn_at = null,
                        last_touch_at = least(last_touch_at, now() - interval '400 days'),
                        return_at = now() - interval '1 hour', warned_for = now() - interval '1 hour'
                    where tenant_id = 1 and id in (select id from customer where tenant_id = 1 and owner_id is not null
                        and deleted_at is null order by md5(id::text) limit %d)""".formatted(DUE));
            var since = OffsetDateTime.now(ZoneOffset.UTC);
            await(connection, due);
            try (var statement = connection.prepareStatement("""
                    select count(*), extract(epoch from max(at) - min(at)) from change
                    where tenant_id = 1 and object = 'customer' and kind = 'returned' and at >= ?""")) {
                statement.setObject(1, since);
                var row = statement.executeQuery();
                row.next();
                var detail = new LinkedHashMap<String, Object>(Map.of("due", due, "returned", row.getInt(1)));
                if (row.getInt(1) != due) detail.put("failures", due - row.getInt(1));
                report.most("returns.due", "%,d 家到期 due".formatted(due), row.getDouble(2), "s", 60, detail);
            }
        }
    }

    private static void await(Connection connection, int due) throws Exception {
        for (long begin = System.nanoTime(); seconds(begin) < PATIENCE_SECONDS; Thread.sleep(500)) {
            try (var statement = connection.createStatement()) {
                var row = statement.executeQuery(
                        "select count(*) from customer where tenant_id = 1 and return_at <= now() and deleted_at is null");
                row.next();
                if (row.getInt(1) == 0) return;
            }
        }
        throw new IllegalStateException("Not returned in time: " + due);
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
