package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Merges whose records point to each other, go on changing, break a rule, or are written to at the same moment. */
@ApplicationTest
class MergingEdgesTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";
    private static final String MERGES = CUSTOMERS + "/merges";
    private static final String ALLOW = "?duplicates=allow";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    Firm firm;
    Http admin;
    String one;
    String two;

    @BeforeEach
    void twoCustomers() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        one = made(CUSTOMERS, Map.of("name", "常熟启明纺织有限公司"));
        two = made(CUSTOMERS, Map.of("name", "常熟启明纺织"));
    }

    private String made(String path, Map<String, Object> body) {
        return id(admin.post(path + ALLOW, body));
    }

    private static String id(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private long version(String path) {
        return admin.get(path).json().path("version").asLong();
    }

    private void changed(String path, Map<String, Object> patch) {
        var answer = admin.patch(path + ALLOW, version(path), patch);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Map<String, Object> seen(String customer) {
        return Map.of("id", customer, "version", version(CUSTOMERS + "/" + customer));
    }

    private String merged(String survivor, String... others) {
        var body = Map.of(
                "survivor", seen(survivor),
                "others", List.of(others).stream().map(this::seen).toList());
        return id(admin.post(MERGES, body));
    }

    private void undone(String merge) {
        var answer = admin.post("/api/v1/merges/" + merge + "/undo", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private String referrer(String customer) {
        return admin.get(CUSTOMERS + "/" + customer)
                .json()
                .path("referrer")
                .path("id")
                .asString("");
    }

    @Test
    void aSurvivorThatTheOtherReferredGetsItsReferrerBack() {
        changed(CUSTOMERS + "/" + one, Map.of("referrer", two));
        String merge = merged(one, two);
        assertThat(referrer(one)).isEmpty();
        undone(merge);
        assertThat(referrer(one)).isEqualTo(two);
    }

    @Test
    void twoOfOneNameStandSideBySideAgainThoughTheFirmRefusesThatNow() {
        String twin = made(CUSTOMERS, Map.of("name", "常熟启明纺织有限公司"));
        String rules = "/api/v1/firm/duplicate-rules";
        assertThat(admin.patch(rules, version(rules), Map.of("customerName", "refuse"))
                        .status())
                .isEqualTo(200);
        undone(merged(one, twin));
        assertThat(admin.get(CUSTOMERS + "/" + twin).status()).isEqualTo(200);
    }

    @Test
    void aContactThatMovedOnKeepsWhatHeIsAtTheNewPlace() {
        made(CONTACTS, Map.of("name", "主", "customer", one, "primaryContact", true));
        String moved = made(CONTACTS, Map.of("name", "去", "customer", two, "primaryContact", true));
        String third = made(CUSTOMERS, Map.of("name", "第三家"));
        String chief = made(CONTACTS, Map.of("name", "第三家的主", "customer", third, "primaryContact", true));
        String merge = merged(one, two);
        changed(CONTACTS + "/" + moved, Map.of("customer", third));
        undone(merge);
        var now = admin.get(CONTACTS + "/" + moved).json();
        assertThat(now.path("customer").path("id").asString()).isEqualTo(third);
        assertThat(now.path("primaryContact").asBoolean()).isFalse();
        assertThat(admin.get(CONTACTS + "/" + chief)
                        .json()
                        .path("primaryContact")
                        .asBoolean())
                .isTrue();
    }

    private List<String> past(String contact) {
        var lines = admin.get(CONTACTS + "/" + contact + "/history").json().path("items");
        return lines.findValuesAsString("kind");
    }

    @Test
    void aMovedRowTellsOfTheMergeAndOfItsUndo() {
        made(CONTACTS, Map.of("name", "主", "customer", one, "primaryContact", true));
        String moved = made(CONTACTS, Map.of("name", "去", "customer", two, "primaryContact", true));
        String merge = merged(one, two);
        assertThat(past(moved)).containsExactly("movedByMerge", "created");
        var line = admin.get(CONTACTS + "/" + moved + "/history")
                .json()
                .path("items")
                .get(0);
        assertThat(line.path("changes").findValuesAsString("field")).containsExactly("primaryContact", "customer");
        var customer = line.path("changes").get(1);
        assertThat(customer.path("to").path("id").asString()).isEqualTo(one);
        assertThat(line.path("by").path("label").asString()).isNotBlank();
        assertThat(admin.get(CONTACTS + "/" + moved + "/timeline").text()).contains("movedByMerge");
        undone(merge);
        assertThat(past(moved)).containsExactly("movedBack", "movedByMerge", "created");
        var back = admin.get(CONTACTS + "/" + moved + "/history")
                .json()
                .path("items")
                .get(0);
        assertThat(back.path("changes").get(1).path("to").path("label").asString())
                .isEqualTo("常熟启明纺织");
    }

    @Test
    void whoMovedOnIsNotToldToHaveGoneBack() {
        String moved = made(CONTACTS, Map.of("name", "去", "customer", two));
        String stays = made(CONTACTS, Map.of("name", "随", "customer", two));
        String third = made(CUSTOMERS, Map.of("name", "第三家"));
        String merge = merged(one, two);
        changed(CONTACTS + "/" + moved, Map.of("customer", third));
        undone(merge);
        assertThat(past(moved)).containsExactly("changed", "movedByMerge", "created");
        assertThat(past(stays)).containsExactly("movedBack", "movedByMerge", "created");
    }

    @Test
    void theHistoryOfAMovedRowTurnsItsPages() {
        String moved = made(CONTACTS, Map.of("name", "去", "customer", two));
        merged(one, two);
        for (int i = 0; i < 51; i++) changed(CONTACTS + "/" + moved, Map.of("name", "去" + i));
        String path = CONTACTS + "/" + moved + "/history";
        var first = admin.get(path).json();
        assertThat(first.path("items").findValuesAsString("kind")).hasSize(50).containsOnly("changed");
        var second = admin.get(path + "?after=" + first.path("next").asString()).json();
        assertThat(second.path("items").findValuesAsString("kind"))
                .containsExactly("changed", "movedByMerge", "created");
        assertThat(second.path("next").isNull()).isTrue();
    }

    /** A thousand at once pass by the search index's list of what is new, and are found at any time. */
    @Test
    void thousandsThatMoveAreFoundAndGoBack() {
        String first = made(CONTACTS, Map.of("name", "群众", "customer", two));
        database.arrange("""
                insert into contact (tenant_id, id, created_at, created_by, changed_at, changed_by, customer_id, name, name_key,
                    owner_id, owner_department_id, search)
                select tenant_id, gen_random_uuid(), now(), created_by, now(), created_by, customer_id, name, name_key,
                    owner_id, owner_department_id, search
                from contact, generate_series(1, 999) where id = '%s'""".formatted(first));
        String merge = merged(one, two);
        String there = "contact where customer_id = '" + one + "'";
        assertThat(database.count(there)).isEqualTo(1_000);
        var found =
                admin.get(CONTACTS + "?q=群众&limit=200&filter=customer==" + one).json();
        assertThat(found.path("items").size()).isEqualTo(200);
        assertThat(database.count("merge_step where merge_id = '" + merge + "'"))
                .isEqualTo(1);
        undone(merge);
        assertThat(database.count(there)).isZero();
        assertThat(database.count("contact where customer_id = '" + two + "' and version = 3"))
                .isEqualTo(1_000);
    }

    @Test
    void nothingIsFilledInThatLeadsNowhere() {
        String gone = made(CUSTOMERS, Map.of("name", "介绍人"));
        changed(CUSTOMERS + "/" + two, Map.of("referrer", gone));
        assertThat(admin.delete(CUSTOMERS + "/" + gone).status()).isEqualTo(204);
        merged(one, two);
        assertThat(referrer(one)).isEmpty();
    }

    @Test
    void whatAMergeChangedIsForgottenWhenItIsUndone() {
        changed(CUSTOMERS + "/" + two, Map.of("email", "zhang@qiming.example"));
        String merge = merged(one, two);
        String kept = "record_merge where id = '" + merge + "' and changes::text like '%qiming%'";
        assertThat(database.count(kept)).isEqualTo(1);
        undone(merge);
        assertThat(database.count(kept)).isZero();
    }

    @Test
    void sampleDataThatTookUpACustomerOfTheFirmStays() {
        database.arrange("update customer set sample = true where id = '" + one + "'");
        String merge = merged(one, two);
        assertThat(database.count("customer where sample and id = '" + one + "'"))
                .isZero();
        undone(merge);
        assertThat(database.count("customer where sample and id = '" + one + "'"))
                .isEqualTo(1);
    }

    /** Every request of the tests is held to 30 statements. */
    @Test
    void twentyGoIntoOneAndComeBack() {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(made(CUSTOMERS, Map.of("name", "启明分部" + i)));
            made(CONTACTS, Map.of("name", "联系人" + i, "customer", others.getLast(), "primaryContact", true));
        }
        String merge = merged(one, others.toArray(String[]::new));
        var contacts = CONTACTS + "?filter=customer==" + one;
        assertThat(admin.get(contacts).json().path("items").size()).isEqualTo(20);
        undone(merge);
        assertThat(admin.get(contacts).json().path("items").size()).isZero();
        for (String other : others) {
            var own = admin.get(CONTACTS + "?filter=customer==" + other).json().path("items");
            assertThat(own.size()).isEqualTo(1);
            assertThat(own.get(0).path("primaryContact").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"survivor\":{\"id\":[],\"version\":1},\"others\":[{\"id\":{},\"version\":1}]}",
                "{\"survivor\":{\"id\":\"x\"},\"others\":[\"x\"],\"take\":{\"phone\":{}}}",
                "{\"survivor\":null,\"others\":[null],\"take\":[]}",
                "{\"survivor\":{},\"others\":{},\"take\":\"x\"}"
            })
    void aBodyOfAnotherShapeIsRefused(String body) {
        assertThat(admin.send("POST", MERGES, body).status()).isEqualTo(422);
    }

    @Test
    void aFieldThatIsNotHisToWriteIsNoChoice() {
        var body = Map.of(
                "survivor", seen(one),
                "others", List.of(seen(two)),
                "take", Map.of("completeness", two, "nonsense", two));
        var errors = admin.post(MERGES, body).json().path("errors");
        assertThat(errors.findValuesAsString("code")).containsExactlyInAnyOrder("fieldNotWritable", "unknownField");
    }

    /** What is hung on a record while it is merged away comes along or is refused; nothing hangs where nobody finds it. */
    @Test
    void whatIsWrittenMeanwhileIsNotLost() throws Exception {
        List<Future<Http.Answer>> contacts = new ArrayList<>();
        List<Future<Http.Answer>> comments = new ArrayList<>();
        List<Future<String>> merges = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 30; i++) {
                var contact = Map.<String, Object>of("name", "同时" + i, "customer", two);
                var comment = Map.of("text", "同时" + i);
                contacts.add(threads.submit(() -> admin.post(CONTACTS + ALLOW, contact)));
                comments.add(threads.submit(() -> admin.post(CUSTOMERS + "/" + two + "/comments", comment)));
                if (i == 10) merges.add(threads.submit(() -> merged(one, two)));
            }
        }
        assertThat(merges.getFirst().get()).isNotEmpty();
        assertThat(admin.get(CUSTOMERS + "/" + two).status()).isEqualTo(307);
        assertThat(database.count("contact where deleted_at is null and customer_id = '" + one + "'"))
                .isEqualTo(made(contacts))
                .isPositive();
        assertThat(database.count("comment where record_id = '" + one + "'"))
                .isEqualTo(made(comments))
                .isPositive();
    }

    private static long made(List<Future<Http.Answer>> answers) throws Exception {
        long made = 0;
        for (var answer : answers) {
            int status = answer.get().status();
            assertThat(status).as(answer.get().text()).isIn(201, 404, 409, 422);
            if (status == 201) made++;
        }
        return made;
    }
}
