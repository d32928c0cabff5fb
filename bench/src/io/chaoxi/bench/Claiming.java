package io.chaoxi.bench;

import io.chaoxi.bench.Load.Case;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Reps who take customers out of the pool that everybody reaches, each under limits that are counted and never met. */
final class Claiming {
    private static final int PER_DAY = 100_000;
    /** More than anybody has when it is measured. */
    private static final int HELD = 2_000;
    private static final int MOST = 110_000;
    /** So many are claimed while everything warms up and is measured; a small pool would be empty before. */
    private static final int ENOUGH = 80_000;

    private final Installation installation;
    private final Firm firm;
    private final Load load;
    private final ConcurrentLinkedQueue<UUID> waiting = new ConcurrentLinkedQueue<>();
    private final List<Api> reps = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Claiming(Installation installation, Firm firm, Load load) {
        this.installation = installation;
        this.firm = firm;
        this.load = load;
    }

    void measure() throws Exception {
        for (int i = 0; i < Load.CLIENTS; i++) reps.add(Api.signedIn(installation, Firm.claimer(i), Installation.PASSWORD));
        limit();
        giveBack();
        sample();
        var claim = Case.one("claim", "申领 claim from the pool", reps.getFirst(), this::claim);
        if (waiting.size() >= ENOUGH) {
            load.warmUp(List.of(claim));
            giveBack();
        }
        load.judged(List.of(claim), 8);
        load.pressed(claim, 800);
    }

    private void limit() throws Exception {
        var pools = firm.admin().ask(firm.admin().get("/pools?limit=50")).path("items");
        for (var pool : pools) {
            var change = Map.of("everyone", true, "claimsPerDay", PER_DAY, "heldMost", HELD);
            firm.admin().ask(firm.admin().patch(
                    "/pools/" + pool.path("id").asString(), pool.path("version").asLong(), change));
        }
    }

    /** Nobody holds thousands: what the reps have, from before or by warming up, waits again, and for nobody in particular. */
    private void giveBack() throws Exception {
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            statement.execute("""
                    update customer set owner_id = null, owner_department_id = null, claimed_from_id = null,
                        return_from = null, return_at = null, warn_at = null, untouched_since = null, owned_at = null,
                        pool_id = (select id from pool where tenant_id = 1 and standard and object = 'customer'),
                        pooled_at = now() - interval '1 year'
                    where tenant_id = 1 and owner_id in (select id from person where tenant_id = 1 and login like 'claimer%')""");
            statement.execute("vacuum (analyze) customer");
        }
    }

    private void sample() throws Exception {
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select id from customer where tenant_id = 1 and deleted_at is null and owner_id is null
                    order by md5(id::text || 'c') limit\s""" + MOST);
            while (rows.next()) waiting.add(rows.getObject(1, UUID.class));
        }
    }

    /** Each customer once, by the next rep in turn. */
    private HttpRequest claim() {
        var rep = reps.get(Math.floorMod(turn.getAndIncrement(), reps.size()));
        return rep.post("/customers/" + waiting.remove() + "/claim", Map.of());
    }
}
