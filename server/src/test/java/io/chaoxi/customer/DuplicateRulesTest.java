package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a firm refuses, warns of and allows, for customers and contacts with the same key. */
@ApplicationTest
class DuplicateRulesTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";
    private static final String ALLOW = "?duplicates=allow";
    private static final String RULES = "/api/v1/firm/duplicate-rules";
    private static final String CODE = "91440300708461136T";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private String made(String path, Map<String, Object> body) {
        var answer = admin.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void refused(Http.Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
    }

    private void rule(String key, String rule) {
        long version = admin.get(RULES).json().path("version").asLong();
        var answer = admin.patch(RULES, version, Map.of(key, rule));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("rules").path(key).asString()).isEqualTo(rule);
    }

    @Test
    void aCreditCodeStandsForOneCustomerWhoeverWantsAnother() {
        made(CUSTOMERS, Map.of("name", "第一家", "creditCode", CODE));
        refused(admin.post(CUSTOMERS + ALLOW, Map.of("name", "第二家", "creditCode", CODE)), "duplicateRefused");
        String other = made(CUSTOMERS, Map.of("name", "第三家"));
        refused(
                admin.patch(CUSTOMERS + "/" + other + ALLOW, 1, Map.of("creditCode", CODE.toLowerCase(Locale.ROOT))),
                "duplicateRefused");
        rule("customerCreditCode", "warn");
        made(CUSTOMERS + ALLOW, Map.of("name", "第二家", "creditCode", CODE));
    }

    @Test
    void aChangeIsToldOfDuplicatesAndMadeOnceTheyWereSeen() {
        made(CUSTOMERS, Map.of("name", "绍兴柯桥锦绣纺织品有限公司"));
        String other = made(CUSTOMERS, Map.of("name", "柯桥纺织"));
        var change = Map.<String, Object>of("name", "绍兴柯桥锦绣纺织品有限责任公司");
        refused(admin.patch(CUSTOMERS + "/" + other, 1, change), "duplicateFound");
        assertThat(admin.patch(CUSTOMERS + "/" + other + ALLOW, 1, change).status())
                .isEqualTo(200);
        assertThat(admin.patch(CUSTOMERS + "/" + other, 2, Map.of("shortName", "锦绣"))
                        .status())
                .as("the name is not touched")
                .isEqualTo(200);
    }

    @Test
    void ofManyAtOnceWhoWantWhatTheRuleRefusesOneSucceeds() throws Exception {
        rule("customerPhone", "refuse");
        var body = Map.<String, Object>of("name", "同一个电话", "phone", "13915402207");
        List<Integer> states = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(
                        threads.submit(() -> admin.post(CUSTOMERS + ALLOW, body).status()));
            }
            for (var answer : answers) states.add(answer.get());
        }
        assertThat(states.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(states.stream().filter(status -> status == 409)).hasSize(15);
    }

    @Test
    void whatTheRuleRefusesDoesNotComeBackFromTheBinEither() {
        String first = made(CUSTOMERS, Map.of("name", "第一家", "creditCode", CODE));
        assertThat(admin.delete(CUSTOMERS + "/" + first).status()).isEqualTo(204);
        made(CUSTOMERS, Map.of("name", "第二家", "creditCode", CODE));
        refused(admin.post(CUSTOMERS + "/" + first + "/restore", Map.of()), "duplicateRefused");
    }

    @Test
    void whatIsAllowedIsNotAskedAbout() {
        made(CUSTOMERS, Map.of("name", "总机", "phone", "0512-66778899"));
        rule("customerPhone", "allow");
        made(CUSTOMERS, Map.of("name", "同一栋楼", "phone", "0512-66778899"));
        assertThat(admin.get("/api/v1/duplicates/customer?phone=0512-66778899")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void contactsAreComparedWithContactsAndCustomers() {
        String one = made(CUSTOMERS, Map.of("name", "甲公司", "phone", "13800000001"));
        String two = made(CUSTOMERS, Map.of("name", "乙公司"));
        made(CONTACTS, Map.of("name", "王建国", "customer", one, "phone", "13800000001", "email", "wang@jia.example"));
        var same = admin.post(CONTACTS, Map.of("name", "老王", "customer", two, "phone", "138 0000 0001"));
        refused(same, "duplicateFound");
        JsonNode found = same.json().path("duplicates");
        assertThat(found.get(0).path("object").asString()).isEqualTo("contact");
        assertThat(found.get(0).path("customer").asString()).isEqualTo("甲公司");
        assertThat(found.get(1).path("object").asString()).isEqualTo("customer");
        refused(admin.post(CONTACTS, Map.of("name", "王建国", "customer", one)), "duplicateFound");
        made(CONTACTS, Map.of("name", "王建国", "customer", two));
        var customer = admin.post(CUSTOMERS, Map.of("name", "丙公司", "email", "WANG@jia.example"));
        refused(customer, "duplicateFound");
        assertThat(customer.json().path("duplicates").get(0).path("label").asString())
                .isEqualTo("王建国");
        assertThat(admin.get("/api/v1/duplicates/contact?name=王建国&customer=" + one)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/duplicates/contact?name=王建国&customer=half-typed")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void whoMayNotSeeTheContactReadsMaskedNamesAndWhomToAsk() {
        String one = made(CUSTOMERS, Map.of("name", "甲公司科技"));
        made(CONTACTS, Map.of("name", "欧阳建国", "customer", one, "phone", "13800000001"));
        var rep = firm.person("rep").http();
        var answer = rep.get("/api/v1/duplicates/customer?phone=13800000001");
        JsonNode found = answer.json().path("items").get(0);
        assertThat(found.path("id").isNull()).isTrue();
        assertThat(answer.text()).doesNotContain("建国").doesNotContain("甲公司科技");
        assertThat(found.path("owner").asString()).isEqualTo("王管理");
    }

    /** Ten thousand questions that cost nothing would unmask a number. */
    @Test
    void aNumberThatOneMayNotReadIsToldOfOnlyWhereARecordWouldBeWritten() {
        made(CUSTOMERS, Map.of("name", "号码在这里", "phone", "13800000001"));
        made(CUSTOMERS, Map.of("name", "名称在这里"));
        admin.post(
                "/api/v1/roles",
                Map.of(
                        "name", "录入",
                        "permissions", List.of("customer.read", "customer.create", "customer.import"),
                        "scopes", Map.of("customer", "all"),
                        "fields", Map.of("customer", Map.of("phone", "masked"))));
        var clerk = firm.person("录入").http();
        var typed = clerk.get("/api/v1/duplicates/customer?phone=13800000001&name=名称在这里");
        assertThat(typed.text()).contains("名称在这里").doesNotContain("号码在这里", "phone");
        var both = clerk.post(CUSTOMERS, Map.of("name", "名称在这里", "phone", "13800000001"));
        refused(both, "duplicateFound");
        assertThat(both.json().path("duplicates").size()).isEqualTo(1);
        assertThat(both.json().path("duplicates").get(0).path("by").toString()).isEqualTo("[\"name\"]");
        var phone = clerk.post(CUSTOMERS, Map.of("name", "全新的名称", "phone", "13800000001"));
        refused(phone, "duplicateFound");
        JsonNode anonymous = phone.json().path("duplicates").get(0);
        assertThat(anonymous.path("id").isNull()).isTrue();
        assertThat(anonymous.path("label").asString()).contains("*");
    }

    @Test
    void rulesAreTheAdministratorsAndTwoOfThemNoticeEachOther() {
        assertThat(firm.person("manager").http().get(RULES).status()).isEqualTo(403);
        var word = admin.patch(RULES, 1, Map.of("customerName", "maybe"));
        assertThat(word.status()).isEqualTo(422);
        assertThat(word.json().path("errors").get(0).path("field").asString()).isEqualTo("customerName");
        assertThat(admin.patch(RULES, Map.of("customerName", "allow")).status()).isEqualTo(428);
        rule("customerName", "refuse");
        var late = admin.patch(RULES, 1, Map.of("customerName", "allow"));
        refused(late, "stale");
        assertThat(late.json().path("version").asLong()).isEqualTo(2);
        var other = Firm.found(application).administrator().http().get(RULES);
        assertThat(other.json().path("rules").path("customerName").asString()).isEqualTo("warn");
    }
}
