package io.chaoxi.bench;

import io.chaoxi.bench.Load.Case;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What was done with customers: the lists of it, a rep's day, and writing down what was said. */
final class Activities {
    private static final int ASKED = 3_000;

    private final Installation installation;
    private final Firm firm;
    private final Load load;
    private final List<UUID> customers = new ArrayList<>();

    Activities(Installation installation, Firm firm, Load load) {
        this.installation = installation;
        this.firm = firm;
        this.load = load;
    }

    void measure() throws Exception {
        sample();
        var lists = new ArrayList<Case>();
        for (String role : Reading.ROLES) {
            var api = firm.as(role);
            lists.add(Case.one("activities." + role, "行动记录列表 activities " + Reading.NAMES.get(role), api, () -> api.get("/activities?limit=30")));
        }
        load.warmUp(lists);
        load.judged(lists, 15);
        load.pressed(lists.getFirst(), 500);
        load.judged(List.of(timeline(), today("rep"), today("manager")), 40);
        var log = Case.one("log", "记一笔 writing down a call", firm.admin(), this::call);
        load.judged(List.of(log), 15);
        load.pressed(log, 400);
    }

    private void sample() throws Exception {
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select id from customer where tenant_id = 1 and deleted_at is null and touches > 0
                    order by md5(id::text || 'a') limit\s""" + ASKED);
            while (rows.next()) customers.add(rows.getObject(1, UUID.class));
        }
    }

    private UUID any() {
        return customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
    }

    private Case timeline() {
        return Case.one("timeline", "客户的往来 timeline of a customer", firm.admin(), () -> firm.admin().get("/customers/" + any() + "/timeline"));
    }

    /** The customers who are to be followed up today or were before, the first of them and how many. */
    private Case today(String role) {
        var api = firm.as(role);
        String due = "owner==@me;nextFollowUp=le=@today";
        return new Case("today." + role, "今天该跟进的 due today " + Reading.NAMES.get(role), api, () -> List.of(
                api.get("/customers" + Api.query("limit", "30", "filter", due, "sort", "nextFollowUp")),
                api.get("/customers/count" + Api.query("filter", due))));
    }

    private HttpRequest call() {
        return firm.admin().post("/activities", Map.of(
                "customer", any(),
                "kind", "call",
                "outcome", "need",
                "content", "要样品和检测报告 " + ThreadLocalRandom.current().nextInt(1_000_000),
                "nextFollowUp", LocalDate.now().plusDays(1 + ThreadLocalRandom.current().nextInt(30)).toString()));
    }
}
