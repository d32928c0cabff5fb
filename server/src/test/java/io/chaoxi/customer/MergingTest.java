package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import chaoxi.tables.DefaultSchema;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Several customers become one, with all that points to them, and several again. */
@ApplicationTest
class MergingTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";
    private static final String MERGES = CUSTOMERS + "/merges";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    String one;
    String two;

    @BeforeEach
    void twoCustomers() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        one = made(CUSTOMERS, Map.of("name", "苏州恒锐精密机械有限公司", "phone", "13800000001"));
        two = made(CUSTOMERS, Map.of("name", "苏州恒锐精密", "website", "www.hengrui.example", "phone", "13800000002"));
    }

    private String made(String path, Map<String, Object> body) {
        var answer = admin.post(path + (path.endsWith("comments") ? "" : "?duplicates=allow"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private JsonNode customer(String id) {
        var answer = admin.get(CUSTOMERS + "/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private Map<String, Object> seen(String id) {
        return Map.of("id", id, "version", customer(id).path("version").asLong());
    }

    private Http.Answer merge(Http who, Map<String, String> take) {
        return who.post(MERGES, body(take));
    }

    private Map<String, Object> body(Map<String, String> take) {
        return Map.of("survivor", seen(one), "others", List.of(seen(two)), "take", take);
    }

    private String merged(Map<String, String> take) {
        var answer = merge(admin, take);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void undone(String merge) {
        var answer = admin.post("/api/v1/merges/" + merge + "/undo", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<String> contactsOf(String customer) {
        List<String> names = new ArrayList<>();
        admin.get(CONTACTS + "?sort=name&filter=customer==" + customer)
                .json()
                .path("items")
                .forEach(row -> names.add(row.path("name").asString()));
        return names;
    }

    @Test
    void whatPointsToTheOtherComesAlongAndGoesBack() {
        made(CONTACTS, Map.of("name", "王一", "customer", one, "primaryContact", true));
        String moved = made(CONTACTS, Map.of("name", "王二", "customer", two, "primaryContact", true));
        made(CUSTOMERS + "/" + two + "/comments", Map.of("text", "上周去过"));
        String referred = made(CUSTOMERS, Map.of("name", "由它介绍", "referrer", two));
        var moves = admin.get(MERGES + "?others=" + two).json().path("moves");
        assertThat(moves.path("contact").asInt()).isEqualTo(1);
        assertThat(moves.path("comment").asInt()).isEqualTo(1);
        assertThat(moves.path("customer").asInt()).isEqualTo(1);

        String merge = merged(Map.of("phone", two));
        JsonNode stands = customer(one);
        assertThat(stands.path("phone").asString()).as("chosen").isEqualTo("+8613800000002");
        assertThat(stands.path("website").asString()).as("filled").contains("hengrui");
        assertThat(stands.path("name").asString()).as("the survivor's").isEqualTo("苏州恒锐精密机械有限公司");
        assertThat(contactsOf(one)).containsExactlyInAnyOrder("王一", "王二");
        assertThat(admin.get(CONTACTS + "/" + moved)
                        .json()
                        .path("primaryContact")
                        .asBoolean())
                .isFalse();
        assertThat(customer(referred).path("referrer").path("id").asString()).isEqualTo(one);
        String timeline = admin.get(CUSTOMERS + "/" + one + "/timeline").text();
        assertThat(timeline).contains("上周去过", "merged", "苏州恒锐精密");
        var old = admin.get(CUSTOMERS + "/" + two);
        assertThat(old.status()).isEqualTo(307);
        assertThat(old.headers().firstValue("Location")).contains(CUSTOMERS + "/" + one);
        assertThat(admin.get(CUSTOMERS + "/deleted").text())
                .as("not in the bin")
                .doesNotContain(two);
        assertThat(admin.post(CUSTOMERS + "/" + two + "/restore", Map.of()).status())
                .isEqualTo(404);

        undone(merge);
        assertThat(customer(two).path("website").asString()).contains("hengrui");
        assertThat(customer(one).path("phone").asString()).isEqualTo("+8613800000001");
        assertThat(customer(one).path("website").isNull()).isTrue();
        assertThat(contactsOf(one)).containsExactly("王一");
        assertThat(contactsOf(two)).containsExactly("王二");
        assertThat(admin.get(CONTACTS + "/" + moved)
                        .json()
                        .path("primaryContact")
                        .asBoolean())
                .isTrue();
        assertThat(customer(referred).path("referrer").path("id").asString()).isEqualTo(two);
        assertThat(admin.get(CUSTOMERS + "/" + two + "/timeline").text()).contains("上周去过");
        assertThat(admin.post("/api/v1/merges/" + merge + "/undo", Map.of()).code())
                .isEqualTo("mergeUndone");
    }

    @Test
    void contactsBelongToTheOwnerOfTheCustomerThatTheyCameTo() {
        var rep = firm.person("rep");
        assertThat(admin.post(CUSTOMERS + "/" + two + "/assign", Map.of("owner", rep.id()))
                        .status())
                .isEqualTo(200);
        String moved = made(CONTACTS, Map.of("name", "王二", "customer", two));
        assertThat(rep.http().get(CONTACTS + "/" + moved).status()).isEqualTo(200);
        String merge = merged(Map.of());
        assertThat(rep.http().get(CONTACTS + "/" + moved).status()).isEqualTo(404);
        undone(merge);
        assertThat(rep.http().get(CONTACTS + "/" + moved).status()).isEqualTo(200);
    }

    @Test
    void whatWasChangedSinceStaysWhenAMergeIsUndone() {
        String merge = merged(Map.of("phone", two));
        long version = customer(one).path("version").asLong();
        assertThat(admin.patch(CUSTOMERS + "/" + one, version, Map.of("phone", "13900000009"))
                        .status())
                .isEqualTo(200);
        made(CONTACTS, Map.of("name", "后来的", "customer", one));
        undone(merge);
        assertThat(customer(one).path("phone").asString()).isEqualTo("+8613900000009");
        assertThat(contactsOf(one)).containsExactly("后来的");
    }

    @Test
    void mergesAreUndoneInTurnAndOldIdsLeadThroughAllOfThem() {
        String three = made(CUSTOMERS, Map.of("name", "第三家"));
        String first = merged(Map.of());
        var second =
                admin.post(MERGES, Map.of("survivor", seen(three), "others", List.of(seen(one)), "take", Map.of()));
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(admin.get(CUSTOMERS + "/" + two).headers().firstValue("Location"))
                .contains(CUSTOMERS + "/" + three);
        assertThat(admin.post("/api/v1/merges/" + first + "/undo", Map.of()).code())
                .isEqualTo("mergeNotLast");
        undone(second.json().path("id").asString());
        undone(first);
        assertThat(customer(two).path("name").asString()).isEqualTo("苏州恒锐精密");
    }

    @Test
    void itNeedsTheRightOnAllOfThemAndTheVersionsThatWereSeen() {
        var rep = firm.person("rep").http();
        assertThat(merge(rep, Map.of()).status()).isEqualTo(403);
        var manager = firm.person("manager").http();
        assertThat(merge(manager, Map.of()).status()).as("out of reach").isEqualTo(404);
        var stranger = Firm.found(application).administrator().http();
        assertThat(merge(stranger, Map.of()).status()).isEqualTo(404);
        var body = body(Map.of());
        long version = customer(two).path("version").asLong();
        admin.patch(CUSTOMERS + "/" + two, version, Map.of("shortName", "改过"));
        var stale = admin.post(MERGES, body);
        assertThat(stale.code()).isEqualTo("stale");
        assertThat(stale.json().path("record").asString()).isEqualTo(two);
        String merge = merged(Map.of());
        assertThat(stranger.post("/api/v1/merges/" + merge + "/undo", Map.of()).status())
                .isEqualTo(404);
        assertThat(rep.post("/api/v1/merges/" + merge + "/undo", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void whatCannotBeIsNamed() {
        var unknown =
                merge(admin, Map.of("nonsense", two, "phone", UUID.randomUUID().toString(), "code", two));
        assertThat(unknown.status()).isEqualTo(422);
        var fields = unknown.json().path("errors").findValuesAsString("field");
        assertThat(fields).contains("nonsense", "phone");
        var twice = admin.post(MERGES, Map.of("survivor", seen(one), "others", List.of(seen(one)), "take", Map.of()));
        assertThat(twice.json().path("errors").get(0).path("code").asString()).isEqualTo("twiceThere");
        var none = admin.post(MERGES, Map.of("survivor", seen(one), "others", List.of(), "take", Map.of()));
        assertThat(none.status()).isEqualTo(422);
        assertThat(customer(two).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void ofManyWhoMergeTheSameTwoAtOnceOneSucceeds() throws Exception {
        var there = body(Map.of());
        var back = new HashMap<String, Object>(Map.of("survivor", seen(two), "others", List.of(seen(one))));
        List<Integer> states = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                var body = i % 2 == 0 ? there : back;
                answers.add(threads.submit(() -> admin.post(MERGES, body).status()));
            }
            for (var answer : answers) states.add(answer.get());
        }
        assertThat(states.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(states).allMatch(status -> List.of(201, 404, 409).contains(status));
    }

    /** Whoever adds a table that tells of records by object and id says whether its rows follow a merge. */
    @Test
    void everyColumnThatPointsToRecordsSaysWhetherItFollowsMerges() {
        var silent = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.field("record_id") != null)
                .filter(table -> !List.of("follows merges", "keeps to its record")
                        .contains(table.field("record_id").getComment()))
                .toList();
        assertThat(silent).isEmpty();
    }
}
