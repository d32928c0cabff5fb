package io.chaoxi.bench;

import io.chaoxi.bench.Load.Case;
import java.net.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Creating with the duplicate check, and updating. */
final class Writing {
    private static final int MOST_UPDATES = 40_000;

    private final Installation installation;
    private final Firm firm;
    private final Load load;
    private final Report report;
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis() % 1_000_000_000L * 1_000);
    private final ConcurrentLinkedDeque<Map.Entry<UUID, Long>> unchanged = new ConcurrentLinkedDeque<>();

    Writing(Installation installation, Firm firm, Load load, Report report) {
        this.installation = installation;
        this.firm = firm;
        this.load = load;
        this.report = report;
    }

    void measure() throws Exception {
        sample();
        var create = Case.one("create", "新建（查重）create with duplicate check", firm.admin(), this::creation);
        var update = Case.one("update", "修改 update", firm.admin(), this::change);
        load.warmUp(List.of(create, update));
        load.judged(List.of(create, update), 15);
        load.pressed(create, 400);
        load.pressed(update, 400);
        try (var statements = new Statements(installation)) {
            var counts = new LinkedHashMap<String, Object>();
            for (var one : List.of(create, update)) {
                Thread.sleep(5_500);
                var request = one.requests().get().getFirst();
                var ran = statements.during(() -> one.api().send(request));
                counts.put(one.key(), ran.size());
                Statements.explain(installation.app(1), Statements.plan(one.key()), ran);
            }
            int most = counts.values().stream().mapToInt(count -> (Integer) count).max().orElse(0);
            report.most("statements.write", "新建与修改的语句数，最多 statements of a write, most", most, "", 30, counts);
        }
    }

    private void sample() throws Exception {
        Deque<Map.Entry<UUID, Long>> all = new ArrayDeque<>();
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select id, version from customer where tenant_id = 1 and deleted_at is null
                    order by version, md5(id::text || 'w') limit\s""" + MOST_UPDATES);
            while (rows.next()) all.add(Map.entry(rows.getObject(1, UUID.class), rows.getLong(2)));
        }
        unchanged.addAll(all);
    }

    private HttpRequest creation() {
        var random = new Random(ThreadLocalRandom.current().nextLong());
        long next = number.incrementAndGet();
        String core = Names.core(random);
        return firm.admin().post("/customers", Map.of(
                "name", "量" + core + next + Names.any(Names.TRADES, random) + "有限公司",
                "shortName", core + next,
                "phone", "1%d%09d".formatted(3 + next % 7, next % 1_000_000_000L),
                "email", "b" + next + "@gongsi.cn",
                "creditCode", Names.creditCode(random, "440305"),
                "industry", "C35",
                "region", "440305",
                "importance", "ordinary",
                "source", "expo",
                "custom", Map.of("fleet", random.nextInt(50), "project", "P-" + next)));
    }

    /** Each record once, with the version that it has; afterwards again with the next one. */
    private HttpRequest change() {
        var one = unchanged.pollFirst();
        unchanged.addLast(Map.entry(one.getKey(), one.getValue() + 1));
        var random = ThreadLocalRandom.current();
        return firm.admin().patch("/customers/" + one.getKey(), one.getValue(), Map.of(
                "remark", "回访 " + random.nextInt(1_000_000), "employees", 1 + random.nextInt(5_000)));
    }
}
