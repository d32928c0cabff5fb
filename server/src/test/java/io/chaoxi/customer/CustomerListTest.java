package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Lists against a model in Java: the same rows, in the same order, whatever the scope, filter, sort and page size. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerListTest {
    private static final int CUSTOMERS = 240;
    private static final List<String> IMPORTANCE = List.of("vip", "important", "ordinary");
    private static final List<String> REGIONS = List.of("440305", "440300", "440000", "320505", "310000");
    private static final List<String> INDUSTRIES = List.of("C", "C35", "J", "I65");

    @Autowired
    ApplicationContext application;

    Firm firm;
    final List<Row> rows = new ArrayList<>();
    final Map<String, SignedIn> people = new TreeMap<>();

    private record Row(
            UUID id, String name, String importance, String region, String industry, UUID owner, UUID department) {
        String importanceOrLast() {
            return importance == null ? "~" : importance;
        }
    }

    @BeforeAll
    void fill() {
        firm = Firm.found(application);
        UUID east = firm.department("华东", null);
        UUID suzhou = firm.department("苏州", east);
        UUID south = firm.department("华南", null);
        people.put("administrator", firm.administrator());
        people.put("manager", firm.personIn(east, "manager"));
        people.put("rep in suzhou", firm.personIn(suzhou, "rep"));
        people.put("rep in south", firm.personIn(south, "rep"));
        people.put("rep without department", firm.person("rep"));
        var departments = new HashMap<UUID, UUID>();
        departments.put(people.get("manager").id(), east);
        departments.put(people.get("rep in suzhou").id(), suzhou);
        departments.put(people.get("rep in south").id(), south);
        var random = new Random(20261121);
        for (int i = 0; i < CUSTOMERS; i++) make(random, departments);
    }

    private void make(Random random, Map<UUID, UUID> departments) {
        var values = new HashMap<String, Object>();
        String name = "客户" + (char) ('一' + random.nextInt(2000)) + (char) ('一' + random.nextInt(2000))
                + random.nextInt(1_000_000);
        values.put("name", name);
        String importance = random.nextInt(4) == 0 ? null : pick(random, IMPORTANCE);
        String region = random.nextInt(5) == 0 ? null : pick(random, REGIONS);
        String industry = random.nextInt(5) == 0 ? null : pick(random, INDUSTRIES);
        UUID owner = random.nextInt(6) == 0
                ? null
                : pick(random, List.copyOf(people.values())).id();
        values.put("importance", importance);
        values.put("region", region);
        values.put("industry", industry);
        values.put("owner", owner);
        UUID id = firm.record("customer", values);
        rows.add(new Row(id, name, importance, region, industry, owner, departments.get(owner)));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean reaches(String person, Row row) {
        SignedIn someone = people.get(person);
        return switch (person) {
            case "administrator" -> true;
            case "manager" ->
                row.department() != null && someone.actor().departments().contains(row.department());
            default -> someone.id().equals(row.owner());
        };
    }

    private static List<UUID> ids(Http http, String query, int limit) {
        List<UUID> ids = new ArrayList<>();
        String after = "";
        do {
            var page = http.get("/api/v1/customers?fields=name&limit=" + limit + query + after);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json()
                    .path("items")
                    .forEach(item -> ids.add(UUID.fromString(item.path("id").asString())));
            JsonNode next = page.json().path("next");
            after = next.isNull() ? "" : "&after=" + next.asString();
        } while (!after.isEmpty());
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void agrees(String query, int limit, Predicate<Row> filter, Comparator<Row> order) {
        people.forEach((person, signedIn) -> {
            List<UUID> expected = rows.stream()
                    .filter(row -> reaches(person, row))
                    .filter(filter)
                    .sorted(order)
                    .map(Row::id)
                    .toList();
            assertThat(ids(signedIn.http(), query, limit))
                    .as(person + " " + query)
                    .isEqualTo(expected);
        });
    }

    @Test
    void newestFirstInPagesOfAnySize() {
        var newest = Comparator.comparing(Row::id, (a, b) -> b.toString().compareTo(a.toString()));
        for (int limit : List.of(7, 50, 200)) agrees("", limit, row -> true, newest);
        agrees("&sort=createdAt", 31, row -> true, newest.reversed());
    }

    @Test
    void aSortByAFieldThatMayBeEmptyPutsTheEmptyOnesLastInBothDirections() {
        Comparator<Row> ascending = Comparator.comparing((Row row) -> row.importanceOrLast());
        Comparator<Row> byId = Comparator.comparing(row -> row.id().toString());
        agrees("&sort=importance", 17, row -> true, ascending.thenComparing(byId));
        Comparator<Row> emptyLast = Comparator.comparing((Row row) -> row.importance() == null);
        Comparator<Row> descending = Comparator.comparing(Row::importanceOrLast, Comparator.reverseOrder());
        agrees(
                "&sort=-importance",
                17,
                row -> true,
                emptyLast.thenComparing(descending).thenComparing(byId));
    }

    @Test
    void filtersAgreeWithTheModel() {
        var newest = Comparator.comparing(Row::id, (a, b) -> b.toString().compareTo(a.toString()));
        Map<String, Predicate<Row>> filters = new TreeMap<>();
        filters.put("importance==vip", row -> "vip".equals(row.importance()));
        filters.put("importance!=vip", row -> !"vip".equals(row.importance()));
        filters.put(
                "importance=in=(vip,ordinary)",
                row -> List.of("vip", "ordinary").contains(row.importanceOrLast()));
        filters.put(
                "importance=out=(vip,ordinary)",
                row -> !List.of("vip", "ordinary").contains(row.importanceOrLast()));
        filters.put("importance=null=true", row -> row.importance() == null);
        filters.put(
                "region==440000", row -> row.region() != null && row.region().startsWith("44"));
        filters.put(
                "region==440300", row -> row.region() != null && row.region().startsWith("4403"));
        filters.put("region==440305", row -> "440305".equals(row.region()));
        filters.put(
                "industry==C", row -> row.industry() != null && row.industry().startsWith("C"));
        filters.put("owner=null=true", row -> row.owner() == null);
        filters.put(
                "importance==vip;(region==440000,industry==J)",
                row -> "vip".equals(row.importance())
                        && ((row.region() != null && row.region().startsWith("44")) || "J".equals(row.industry())));
        filters.put("createdAt==@today", row -> true);
        filters.put("createdAt=lt=@today-1d", row -> false);
        filters.forEach((filter, model) -> agrees("&filter=" + encoded(filter), 23, model, newest));
    }

    @Test
    void containsFindsEveryPartOfAName() {
        Row some = rows.get(42);
        String part = some.name().substring(2, 4);
        var newest = Comparator.comparing(Row::id, (a, b) -> b.toString().compareTo(a.toString()));
        agrees("&filter=" + encoded("name=like=" + part), 23, row -> row.name().contains(part), newest);
        agrees("&q=" + encoded(part), 23, row -> row.name().contains(part), newest);
    }

    @Test
    void aTotalIsTheNumberOfRowsInReach() {
        people.forEach((person, signedIn) -> {
            long expected = rows.stream()
                    .filter(row -> reaches(person, row))
                    .filter(row -> "vip".equals(row.importance()))
                    .count();
            var count = signedIn.http()
                    .get("/api/v1/customers/count?filter=importance==vip")
                    .json();
            assertThat(count.path("value").asLong()).as(person).isEqualTo(expected);
            assertThat(count.path("exact").asBoolean()).isTrue();
        });
    }

    @Test
    void whatIsNotAListIsRefusedByName() {
        Http http = firm.administrator().http();
        for (String query : List.of(
                "filter=evil==1",
                "filter=tenantId==1",
                "filter=" + encoded("name==a;(") + "",
                "filter=importance=lt=vip",
                "filter=importance==nonsense",
                "filter=createdAt==yesterday",
                "filter=" + encoded("(".repeat(50) + "name==a" + ")".repeat(50)),
                "filter=" + encoded("name==" + "a".repeat(5000)),
                "sort=evil",
                "sort=owner",
                "sort=" + encoded("name;drop table customer"),
                "fields=name,evil",
                "limit=0",
                "limit=201",
                "limit=ten",
                "after=nonsense",
                "after=WyIiLCJ4Il0")) {
            var answer = http.get("/api/v1/customers?" + query);
            assertThat(answer.status()).as(query + " " + answer.text()).isEqualTo(400);
            assertThat(answer.code()).as(query).isNotEmpty();
        }
    }

    @Test
    void aCursorOfAnotherSortIsRefused() {
        Http http = firm.administrator().http();
        String next = http.get("/api/v1/customers?limit=5").json().path("next").asString();
        assertThat(http.get("/api/v1/customers?limit=5&sort=name&after=" + next).code())
                .isEqualTo("cursorRefused");
    }
}
