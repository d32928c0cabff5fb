package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConversionTest extends LeadFirm {
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
}
