package io.chaoxi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** The search for likely duplicates over the whole base, and merging a customer to which much points. */
final class Duplicates {
    private static final int RELATED = 10_000;
    /** As there are twice as many activities as contacts. */
    private static final int CONTACTS = RELATED / 3;
    private static final int MERGES = 5;

    private final Installation installation;
    private final Firm firm;
    private final Report report;
    private final Random random = new Random();

    Duplicates(Installation installation, Firm firm, Report report) {
        this.installation = installation;
        this.firm = firm;
        this.report = report;
    }

    void measure() throws Exception {
        var admin = firm.admin();
        var search = Work.of(installation, firm, () -> admin.ask(admin.post("/duplicates/customer/pairs/search", Map.of())));
        search.detail().put("processorSeconds", search.processorMilliseconds() / 1_000);
        search.detail().put("rows", search.rows());
        report.most("duplicates.search", "清查全部客户 likely pairs of the whole base", search.seconds(), "s", 600, search.detail());
        merging();
    }

    private void merging() throws Exception {
        var mixed = merges(CONTACTS, RELATED - CONTACTS);
        judged("merge.10000", "合并，带 3,333 个联系人、6,667 条行动 merge with 3,333 contacts, 6,667 activities", mixed.there());
        judged("merge.10000.undo", "撤销它 its undo", mixed.back());
        var contacts = merges(RELATED, 0);
        told("merge.contacts", "合并，带 10,000 个联系人 merge with 10,000 contacts", contacts.there());
        told("merge.contacts.undo", "撤销它 its undo", contacts.back());
    }

    /** Milliseconds of merges and of their undos. */
    private record Took(List<Double> there, List<Double> back) {}

    /** Merges a customer whose contacts and activities lie scattered among all others, and takes it back, several times. */
    private Took merges(int contacts, int activities) throws Exception {
        var admin = firm.admin();
        String survivor = customer();
        String other = customer();
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            statement.execute("""
                    update contact set customer_id = '%s', primary_contact = false where tenant_id = 1 and id in
                        (select id from contact where tenant_id = 1 and deleted_at is null order by md5(id::text || '%1$s') limit %d)"""
                    .formatted(other, contacts));
            statement.execute("""
                    update activity set customer_id = '%s', contact_id = null where tenant_id = 1 and id in
                        (select id from activity where tenant_id = 1 and deleted_at is null order by md5(id::text || '%1$s') limit %d)"""
                    .formatted(other, activities));
        }
        var took = new Took(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < MERGES; i++) {
            var body = Map.of("survivor", seen(survivor), "others", List.of(seen(other)));
            long begin = System.nanoTime();
            JsonNode merged = admin.ask(admin.post("/customers/merges", body));
            took.there().add((System.nanoTime() - begin) / 1e6);
            begin = System.nanoTime();
            admin.ask(admin.post("/merges/" + merged.path("id").asString() + "/undo", Map.of()));
            took.back().add((System.nanoTime() - begin) / 1e6);
        }
        return took;
    }

    private void judged(String key, String label, List<Double> times) {
        report.most(key, label, median(times), "ms", 1_000, all(times));
    }

    private void told(String key, String label, List<Double> times) {
        report.told(key, label, median(times), "ms", all(times));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static Map<String, Object> all(List<Double> times) {
        return Map.of("all", times.stream().map(Report::rounded).toList());
    }

    private String customer() throws Exception {
        String name = "并" + Names.core(random) + System.nanoTime() + "有限公司";
        return firm.admin().ask(firm.admin().post("/customers?duplicates=allow", Map.of("name", name))).path("id").asString();
    }

    private Map<String, Object> seen(String id) throws Exception {
        return Map.of("id", id, "version", firm.admin().ask(firm.admin().get("/customers/" + id)).path("version").asLong());
    }
}
