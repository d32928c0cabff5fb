package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
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

@ApplicationTest
class ConversionTest {
    private static final String LEADS = "/api/v1/leads";
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Map<String, Object> BOTH_NEW = Map.of("customer", "new", "contact", "new");

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
    }

    private String lead(Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("name", "转化的公司", "owner", rep.id()));
        values.putAll(more);
        return firm.record("lead", values).toString();
    }

    private static Http.Answer verb(Http http, String lead, String verb, long version, Object body) {
        return http.with("If-Match", "\"" + version + "\"").post(LEADS + "/" + lead + "/" + verb, body);
    }

    private static JsonNode done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode read(String object, JsonNode ref) {
        return done(admin.get("/api/v1/" + object + "/" + ref.path("id").asString()));
    }

    /** The field that is refused and why. */
    private static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    private long count(String path) {
        return admin.get(path + "/count").json().path("value").asLong();
    }

    @Test
    void becomesACustomerAndAContactWithAllThatTheyHaveInCommon() {
        for (String object : List.of("lead", "customer")) {
            admin.post("/api/v1/custom-fields/" + object, Map.of("key", "line", "label", "产线", "type", "text"));
        }
        String lead = lead(Map.of(
                "contactName",
                "王总",
                "phone",
                "+8613915402207",
                "wechat",
                "wang-zong",
                "source",
                "expo",
                "campaign",
                "广交会",
                "region",
                "440305",
                "custom.line",
                "三号线"));
        var became = done(verb(rep.http(), lead, "convert", 1, BOTH_NEW));
        assertThat(became.path("status").path("id").asString()).isEqualTo("converted");
        assertThat(became.path("convertedBy").path("id").asString())
                .isEqualTo(rep.id().toString());
        assertThat(became.path("convertedAt").asString()).isNotEmpty();
        var customer = read("customers", became.path("customer"));
        assertThat(customer.path("name").asString()).isEqualTo("转化的公司");
        assertThat(customer.path("phone").asString()).isEqualTo("+8613915402207");
        assertThat(customer.path("source").path("id").asString()).isEqualTo("expo");
        assertThat(customer.path("region").path("id").asString()).isEqualTo("440305");
        assertThat(customer.path("custom").path("line").asString()).isEqualTo("三号线");
        assertThat(customer.path("owner").path("id").asString())
                .isEqualTo(rep.id().toString());
        var contact = read("contacts", became.path("contact"));
        assertThat(contact.path("name").asString()).isEqualTo("王总");
        assertThat(contact.path("wechat").asString()).isEqualTo("wang-zong");
        assertThat(contact.path("customer").path("id").asString())
                .isEqualTo(customer.path("id").asString());

        String history = admin.get(LEADS + "/" + lead + "/history").text();
        assertThat(history).contains("\"converted\"", "转化的公司");
        assertThat(admin.get(CUSTOMERS + "/" + customer.path("id").asString() + "/history")
                        .text())
                .contains("leadCame");
        assertThat(admin.get(LEADS + "?filter=customer==" + customer.path("id").asString())
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void happensOnce() {
        String lead = lead(Map.of());
        assertThat(admin.post(LEADS + "/" + lead + "/convert", Map.of("customer", "new"))
                        .status())
                .isEqualTo(428);
        assertThat(verb(admin, lead, "convert", 7, Map.of("customer", "new")).code())
                .isEqualTo("stale");
        done(verb(admin, lead, "convert", 1, Map.of("customer", "new")));
        assertThat(verb(admin, lead, "convert", 2, Map.of("customer", "new")).code())
                .isEqualTo("leadConverted");
        assertThat(verb(admin, lead, "invalidate", 2, Map.of("reason", "other")).code())
                .isEqualTo("leadConverted");
        assertThat(verb(admin, lead, "reopen", 2, null).code()).isEqualTo("leadNotInvalid");
        assertThat(admin.patch(LEADS + "/" + lead, 2, Map.of("status", "new")).text())
                .contains("leadStatusByAction");
        assertThat(count(CUSTOMERS)).isEqualTo(1);
    }

    @Test
    void ofManyWhoConvertAtOnceOneSucceeds() throws Exception {
        String lead = lead(Map.of("contactName", "王总"));
        List<Integer> states = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(
                        () -> verb(admin, lead, "convert", 1, BOTH_NEW).status()));
            }
            for (var answer : answers) states.add(answer.get());
        }
        assertThat(states.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(states.stream().filter(status -> status == 409)).hasSize(7);
        assertThat(count(CUSTOMERS)).isEqualTo(1);
        assertThat(count("/api/v1/contacts")).isEqualTo(1);
    }

    @Test
    void goesIntoThoseThatAreThereAndFillsOnlyWhatTheyLack() {
        UUID customer = firm.record("customer", Map.of("name", "老客户", "phone", "+8657584120000", "owner", rep.id()));
        UUID contact = firm.record("contact", Map.of("name", "王建国", "customer", customer));
        String lead = lead(Map.of("contactName", "王总", "phone", "+8613915402207", "email", "w@example.com"));
        var became = done(verb(rep.http(), lead, "convert", 1, Map.of("customer", customer, "contact", contact)));
        var stands = read("customers", became.path("customer"));
        assertThat(stands.path("name").asString()).isEqualTo("老客户");
        assertThat(stands.path("phone").asString()).isEqualTo("+8657584120000");
        assertThat(stands.path("email").asString()).isEqualTo("w@example.com");
        assertThat(read("contacts", became.path("contact")).path("name").asString())
                .isEqualTo("王建国");
        assertThat(count(CUSTOMERS)).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        String lead = lead(Map.of());
        UUID customer = firm.record("customer", Map.of("name", "一家"));
        UUID elsewhere = firm.record("contact", Map.of("name", "别家的人", "customer", customer));
        Map<Map<String, Object>, String> refused = Map.of(
                Map.of(),
                "convertIntoNothing",
                Map.of("contact", "new"),
                "contactNeedsCustomer",
                BOTH_NEW,
                "contactNameMissing",
                Map.of("customer", "new", "contact", elsewhere),
                "contactElsewhere",
                Map.of("customer", "wrong"),
                "notAnId",
                Map.of("other", "new"),
                "unknownField",
                Map.of("customer", customer, "customerValues", Map.of("name", "不该给")),
                "valuesOfNewOnly",
                Map.of("customer", "new", "customerValues", Map.of("nothing", "没有这个字段")),
                "customerValues.nothing");
        refused.forEach((body, code) -> {
            var answer = verb(admin, lead, "convert", 1, body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.text()).contains(code);
        });
        assertThat(count(CUSTOMERS)).as("nothing of it stays").isEqualTo(1);
        var alone = done(verb(admin, lead, "convert", 1, Map.of("contact", elsewhere)));
        assertThat(alone.path("customer").path("id").asString()).isEqualTo(customer.toString());
    }

    @Test
    void needsTheRightsOnBothEnds() {
        String lead = lead(Map.of("contactName", "王总"));
        var service = firm.person("service").http();
        assertThat(verb(service, lead, "convert", 1, BOTH_NEW).status())
                .as("may change leads and not make customers")
                .isEqualTo(403);
        assertThat(verb(firm.person("finance").http(), lead, "convert", 1, BOTH_NEW)
                        .status())
                .isEqualTo(403);
        assertThat(verb(firm.person("rep").http(), lead, "convert", 1, BOTH_NEW).status())
                .isEqualTo(404);
        UUID others = firm.record("customer", Map.of("name", "别人的客户"));
        var refused = verb(rep.http(), lead, "convert", 1, Map.of("customer", others));
        assertThat(fault(refused)).isEqualTo("customer unknownReference");
        assertThat(admin.get(LEADS + "/" + lead).json().path("version").asLong())
                .isEqualTo(1);
    }

    @Test
    void whoConvertsForAColleagueLeavesHimCustomerAndContact() {
        String role = role("筛线索的", List.of(), Map.of("lead", "all", "customer", "self", "contact", "self"), Map.of());
        var inside = firm.person(role);
        String lead = lead(Map.of("contactName", "王总", "phone", "+8613915402207"));
        done(verb(inside.http(), lead, "convert", 1, BOTH_NEW));
        var became = admin.get(LEADS + "/" + lead).json();
        for (String object : List.of("customer", "contact")) {
            var made = read(object + "s", became.path(object));
            assertThat(made.at("/owner/id").asString())
                    .as(object)
                    .isEqualTo(rep.id().toString());
            assertThat(inside.http()
                            .get("/api/v1/" + object + "s/" + made.path("id").asString())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(rep.http().get(LEADS + "/" + lead).json().at("/owner/id").asString())
                .isEqualTo(rep.id().toString());
    }

    /** Who reads, changes and converts leads, and makes customers and contacts. */
    private String role(String name, List<String> more, Map<String, String> scopes, Map<String, Object> fields) {
        var permissions = new ArrayList<>(List.of("lead.read", "lead.update", "customer.read", "customer.create"));
        permissions.addAll(List.of("contact.read", "contact.create"));
        permissions.addAll(more);
        var role = Map.of("name", name, "permissions", permissions, "scopes", scopes, "fields", fields);
        return admin.post("/api/v1/roles", role).json().path("name").asString();
    }

    @Test
    void whatNewOnesNeedAndTheLeadDoesNotHaveIsGivenWithTheConversion() {
        admin.post(
                "/api/v1/custom-fields/customer",
                Map.of("key", "line", "label", "产线", "type", "text", "required", true));
        String lead = lead(Map.of("contactName", "王总", "source", "expo"));
        assertThat(fault(verb(rep.http(), lead, "convert", 1, BOTH_NEW)))
                .isEqualTo("customerValues.custom.line notBlank");
        var given = Map.of("custom", Map.of("line", "三号线"), "source", "paidAds", "name", "正式的名字");
        var body = Map.of("customer", "new", "customerValues", given, "contact", "new");
        var became = done(verb(rep.http(), lead, "convert", 1, body));
        var customer = read("customers", became.path("customer"));
        assertThat(customer.at("/custom/line").asString()).isEqualTo("三号线");
        assertThat(customer.path("name").asString()).isEqualTo("正式的名字");
        assertThat(customer.at("/source/id").asString())
                .as("what is given goes before")
                .isEqualTo("paidAds");
    }

    @Test
    void refusalsNameTheSideThatIsAtFault() {
        UUID gone = firm.record("customer", Map.of("name", "删掉的"));
        UUID contact = firm.record("contact", Map.of("name", "也删了的", "customer", gone));
        assertThat(admin.delete(CUSTOMERS + "/" + gone).status()).isEqualTo(204);
        String lead = lead(Map.of());
        assertThat(fault(verb(admin, lead, "convert", 1, Map.of("customer", gone))))
                .isEqualTo("customer unknownReference");
        assertThat(fault(verb(admin, lead, "convert", 1, Map.of("contact", contact))))
                .isEqualTo("contact unknownReference");
        var hidden = Map.<String, Object>of("lead", Map.of("name", "masked"));
        String role = role("看不到名称", List.of(), Map.of("lead", "all", "customer", "all", "contact", "all"), hidden);
        var blind = firm.person(role).http();
        assertThat(fault(verb(blind, lead, "convert", 1, Map.of("customer", "new"))))
                .isEqualTo("customerValues.name customerNameMissing");
        var named = Map.of("customer", "new", "customerValues", Map.of("name", "自己写的名称"));
        done(verb(blind, lead, "convert", 1, named));
    }

    @Test
    void whoSharesALeadDoesNotConvertIt() {
        String lead = lead(Map.of());
        var other = firm.person("rep");
        assertThat(admin.put(LEADS + "/" + lead + "/shares/person/" + other.id(), Map.of("level", "write"))
                        .status())
                .isEqualTo(204);
        assertThat(verb(other.http(), lead, "convert", 1, Map.of("customer", "new"))
                        .code())
                .isEqualTo("sharedOnly");
    }

    @Test
    void theFirmsRuleForDuplicatesHoldsHereToo() {
        firm.record("customer", Map.of("name", "转化的公司"));
        long rules =
                admin.get("/api/v1/firm/duplicate-rules").json().path("version").asLong();
        admin.patch("/api/v1/firm/duplicate-rules", rules, Map.of("customerName", "refuse"));
        String lead = lead(Map.of());
        assertThat(verb(admin, lead, "convert", 1, Map.of("customer", "new")).code())
                .isEqualTo("duplicateRefused");
        assertThat(admin.get(LEADS + "/" + lead)
                        .json()
                        .path("status")
                        .path("id")
                        .asString())
                .isEqualTo("new");
    }

    @Test
    void offersThoseThatAreTheSameThoughTheNumberIsMasked() {
        firm.record("customer", Map.of("name", "同号的", "phone", "+8613915402207", "owner", rep.id()));
        firm.record("customer", Map.of("name", "别人同号的", "phone", "+8613915402207"));
        String lead = lead(Map.of("phone", "+8613915402207"));
        var matches = done(rep.http().get(LEADS + "/" + lead + "/matches")).path("items");
        assertThat(matches.values())
                .extracting(one -> one.path("object").asString())
                .containsOnly("customer");
        assertThat(matches.values().stream().filter(one -> !one.path("id").isNull()))
                .hasSize(1);
        assertThat(matches.toString()).contains("同号的").doesNotContain("别人同号的");
    }

    @Test
    void isMarkedInvalidWithAReasonAndReopened() {
        String lead = lead(Map.of());
        assertThat(verb(rep.http(), lead, "invalidate", 1, Map.of()).text()).contains("notBlank");
        assertThat(verb(rep.http(), lead, "invalidate", 1, Map.of("reason", "x"))
                        .text())
                .contains("unknownChoice");
        var invalid = done(verb(rep.http(), lead, "invalidate", 1, Map.of("reason", "unreachable", "note", "打了三次")));
        assertThat(invalid.path("status").path("id").asString()).isEqualTo("invalid");
        assertThat(invalid.path("invalidReason").path("label").asString()).isEqualTo("空号、联系不上");
        assertThat(verb(rep.http(), lead, "convert", 2, Map.of("customer", "new"))
                        .code())
                .isEqualTo("leadInvalid");
        assertThat(admin.get(LEADS + "?filter=invalidReason==unreachable")
                        .json()
                        .path("items"))
                .hasSize(1);
        var open = done(verb(rep.http(), lead, "reopen", 2, null));
        assertThat(open.path("status").path("id").asString()).isEqualTo("following");
        assertThat(open.path("invalidReason").isNull()).isTrue();
        assertThat(admin.get(LEADS + "/" + lead + "/history").text()).contains("invalidated", "reopened", "打了三次");
    }

    @Test
    void leadsGoWithTheirCustomerToItsNextOwnerAndToTheSurvivorOfAMerge() {
        var next = firm.person("rep");
        String lead = lead(Map.of());
        var customer =
                done(verb(admin, lead, "convert", 1, Map.of("customer", "new"))).path("customer");
        String at = CUSTOMERS + "/" + customer.path("id").asString();
        assertThat(next.http().get(LEADS + "/" + lead).status()).isEqualTo(404);
        assertThat(admin.post(at + "/assign", Map.of("owner", next.id())).status())
                .isEqualTo(200);
        var followed = done(next.http().get(LEADS + "/" + lead));
        assertThat(followed.path("owner").path("id").asString())
                .as(followed.toString())
                .isEqualTo(next.id().toString());
        UUID survivor = firm.record("customer", Map.of("name", "留下的"));
        long version = admin.get(at).json().path("version").asLong();
        var merged = admin.post(
                CUSTOMERS + "/merges",
                Map.of(
                        "survivor", Map.of("id", survivor, "version", 1),
                        "others", List.of(Map.of("id", customer.path("id").asString(), "version", version)),
                        "take", Map.of()));
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(admin.get(LEADS + "/" + lead)
                        .json()
                        .path("customer")
                        .path("id")
                        .asString())
                .isEqualTo(survivor.toString());
    }

    @Test
    void whatIsKeptFromOneOnTheLeadIsNotShownByItsCustomer() {
        String role = admin.post(
                        "/api/v1/roles",
                        Map.of(
                                "name",
                                "遮住线索电话",
                                "permissions",
                                List.of(
                                        "lead.read",
                                        "lead.update",
                                        "lead.reveal",
                                        "customer.read",
                                        "customer.create",
                                        "contact.read",
                                        "contact.create"),
                                "scopes",
                                Map.of("lead", "all", "customer", "all", "contact", "all"),
                                "fields",
                                Map.of(
                                        "lead",
                                        Map.of("phone", "masked", "email", "hidden", "contactName", "hidden"),
                                        "customer",
                                        Map.of("phone", "write", "email", "write"))))
                .json()
                .path("name")
                .asString();
        String lead = lead(Map.of("phone", "+8613915402207", "email", "w@example.com", "contactName", "王敏"));
        var reader = firm.person(role).http();
        assertThat(fault(verb(reader, lead, "convert", 1, BOTH_NEW)))
                .isEqualTo("contactValues.name contactNameMissing");
        var became = done(verb(reader, lead, "convert", 1, Map.of("customer", "new")));
        var customer = read("customers", became.path("customer"));
        assertThat(customer.path("phone").isNull()).isTrue();
        assertThat(customer.path("email").isNull()).isTrue();
    }
}
