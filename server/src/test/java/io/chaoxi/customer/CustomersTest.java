package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class CustomersTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private static JsonNode made(Http http, String path, Map<String, Object> body) {
        var answer = http.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String at(String path, JsonNode row) {
        return path + "/" + row.path("id").asString();
    }

    @Test
    void aCustomerKeepsEveryFieldAndIsNumbered() {
        var body = new HashMap<String, Object>(Map.of(
                "name", "苏州恒锐精密机械有限公司",
                "shortName", "恒锐",
                "industry", "C34",
                "region", "320505",
                "phone", "0512-66778899",
                "website", "www.hengrui.example",
                "registeredCapital", Map.of("amount", "1234567.5", "currency", "CNY"),
                "foundedOn", "2015-06-01",
                "employees", 120));
        JsonNode row = made(admin, CUSTOMERS, body);
        assertThat(row.path("code").asString()).matches("KH-\\d{6}");
        assertThat(row.path("phone").asString()).isEqualTo("+8651266778899");
        assertThat(row.path("website").asString()).isEqualTo("https://www.hengrui.example");
        assertThat(row.path("registeredCapital").path("amount").asString()).isEqualTo("1234567.5000");
        assertThat(row.path("industry").path("label").asString()).contains("通用设备制造业");
        assertThat(row.path("owner").path("id").asString())
                .isEqualTo(firm.administrator().id().toString());
        assertThat(admin.get(at(CUSTOMERS, row)).json()).isEqualTo(row);
    }

    @Test
    void badInputNamesEveryFieldAndItsRuleAndWritesNothing() {
        var answer = admin.post(
                CUSTOMERS,
                Map.of(
                        "name", "甲",
                        "phone", "12",
                        "region", "999999",
                        "importance", "highest",
                        "website", "javascript:alert(1)",
                        "employees", "many",
                        "foundedOn", "2015-02-30",
                        "nonsense", 1,
                        "tenantId", 2,
                        "id", UUID.randomUUID().toString()));
        assertThat(answer.status()).isEqualTo(422);
        var fields = new TreeSet<String>();
        for (JsonNode error : answer.json().path("errors")) {
            fields.add(error.path("field").asString());
            assertThat(error.path("message").asString())
                    .isNotEqualTo(error.path("code").asString());
        }
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "phone",
                        "region",
                        "importance",
                        "website",
                        "employees",
                        "foundedOn",
                        "nonsense",
                        "tenantId",
                        "id");
        assertThat(admin.get(CUSTOMERS + "/count").json().path("value").asLong())
                .isZero();
    }

    @Test
    void aNameIsNeeded() {
        var answer = admin.post(CUSTOMERS, Map.of("name", "  "));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("name");
    }

    @Test
    void theSameCustomerIsNotMadeTwiceAndItsOwnerIsNamed() {
        JsonNode first = made(admin, CUSTOMERS, Map.of("name", "常州泰岳新能源材料有限公司", "phone", "13915402207"));
        for (var body : List.of(
                Map.<String, Object>of("name", "常州泰岳新能源材料有限责任公司"),
                Map.<String, Object>of("name", "另一家", "phone", "139 1540 2207"))) {
            var answer = admin.post(CUSTOMERS, body);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("duplicateFound");
            var duplicate = answer.json().path("duplicates").get(0);
            assertThat(duplicate.path("id").asString())
                    .isEqualTo(first.path("id").asString());
            assertThat(duplicate.path("owner").asString()).isEqualTo("王管理");
        }
        assertThat(admin.get("/api/v1/duplicates/customer?phone=139-1540-2207").text())
                .contains(first.path("id").asString());
        assertThat(admin.get("/api/v1/duplicates/customer?phone=139&name=")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        var rep = firm.person("rep").http();
        var masked = rep.post(CUSTOMERS, Map.of("name", "常州泰岳新能源材料有限公司"))
                .json()
                .path("duplicates")
                .get(0);
        assertThat(masked.path("id").isNull()).isTrue();
        assertThat(masked.path("label").asString()).contains("*").isNotEqualTo("常州泰岳新能源材料有限公司");
        assertThat(admin.post(CUSTOMERS + "?duplicates=allow", Map.of("name", "常州泰岳新能源材料有限公司"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void noBrowserKeepsAnAnswerForWhoComesNext() {
        JsonNode row = made(admin, CUSTOMERS, Map.of("name", "瑞安汽配"));
        for (String path : List.of(at(CUSTOMERS, row), CUSTOMERS, "/api/v1/session")) {
            assertThat(admin.get(path).headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        JsonNode row = made(admin, CUSTOMERS, Map.of("name", "温州瓯拓泵业"));
        assertThat(admin.patch(at(CUSTOMERS, row), Map.of("shortName", "瓯拓")).status())
                .isEqualTo(428);
        assertThat(admin.patch(at(CUSTOMERS, row), 1, Map.of("shortName", "瓯拓")).status())
                .isEqualTo(200);
        var stale = admin.patch(at(CUSTOMERS, row), 1, Map.of("shortName", "拓"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("changedBy").path("label").asString()).isEqualTo("王管理");
        assertThat(stale.json().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void historyShowsEachFieldAndHidesWhatOneMayNotRead() {
        var rep = firm.person("rep");
        JsonNode row = made(rep.http(), CUSTOMERS, Map.of("name", "扬州邗城制药设备", "phone", "13915402207"));
        rep.http().patch(at(CUSTOMERS, row), 1, Map.of("phone", "13915402208", "importance", "vip"));
        var lines = rep.http().get(at(CUSTOMERS, row) + "/history").json();
        assertThat(lines.path("items").size()).isEqualTo(2);
        assertThat(lines.toString()).contains("贵宾").contains("****2207").doesNotContain("13915402207");
        var full = admin.get(at(CUSTOMERS, row) + "/history").json().toString();
        assertThat(full).contains("+8613915402207").contains("+8613915402208");
    }

    @Test
    void aMaskedPhoneIsShownOneByOneAndThatIsRecorded() {
        var rep = firm.person("rep").http();
        JsonNode row = made(rep, CUSTOMERS, Map.of("name", "南通沪江水处理", "phone", "13915402207"));
        assertThat(row.path("phone").asString()).endsWith("****2207");
        assertThat(row.path("masked").toString()).contains("phone");
        assertThat(rep.get(CUSTOMERS).text()).doesNotContain("13915402207");
        assertThat(rep.get(CUSTOMERS + "?filter=phone==13915402207").status()).isEqualTo(400);
        assertThat(rep.get(CUSTOMERS + "?sort=phone").status()).isEqualTo(400);
        assertThat(rep.get(CUSTOMERS + "?q=13915402207").json().path("items").size())
                .isZero();
        assertThat(rep.get(CUSTOMERS + "?q=2207").json().path("items").size()).isEqualTo(1);
        var shown = rep.post(at(CUSTOMERS, row) + "/reveal", Map.of("field", "phone"));
        assertThat(shown.json().path("value").asString()).isEqualTo("+8613915402207");
        assertThat(admin.get(at(CUSTOMERS, row) + "/history").text()).contains("revealed");
        var auditor = firm.person("auditor").http();
        assertThat(auditor.post(at(CUSTOMERS, row) + "/reveal", Map.of("field", "phone"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsDeletedLeavesEveryListAndComesBackFromTheRecycleBin() {
        JsonNode row = made(admin, CUSTOMERS, Map.of("name", "芜湖奇峰汽车零部件"));
        assertThat(admin.delete(at(CUSTOMERS, row)).status()).isEqualTo(204);
        assertThat(admin.get(at(CUSTOMERS, row)).status()).isEqualTo(404);
        assertThat(admin.get(CUSTOMERS).json().path("items").size()).isZero();
        assertThat(admin.get(CUSTOMERS + "/deleted").json().path("items").size())
                .isEqualTo(1);
        assertThat(admin.post(at(CUSTOMERS, row) + "/restore", Map.of()).status())
                .isEqualTo(200);
        assertThat(admin.get(at(CUSTOMERS, row)).status()).isEqualTo(200);
        assertThat(admin.get(CUSTOMERS + "/deleted").json().path("items").size())
                .isZero();
    }

    @Test
    void contactsGoWithTheirCustomerAndOneIsPrimary() {
        var rep = firm.person("rep");
        JsonNode customer = made(admin, CUSTOMERS, Map.of("name", "湖州太湖源饮料"));
        String id = customer.path("id").asString();
        JsonNode wang = made(admin, CONTACTS, Map.of("name", "王建国", "customer", id, "primaryContact", true));
        JsonNode huang = made(admin, CONTACTS, Map.of("name", "黄丽", "customer", id, "primaryContact", true));
        assertThat(admin.get(at(CONTACTS, wang)).json().path("primaryContact").asBoolean())
                .isFalse();
        assertThat(admin.get(at(CONTACTS, huang)).json().path("primaryContact").asBoolean())
                .isTrue();
        assertThat(rep.http().get(at(CONTACTS, wang)).status()).isEqualTo(404);
        assertThat(rep.http()
                        .post(CONTACTS, Map.of("name", "赵四", "customer", id))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(
                                at(CUSTOMERS, customer) + "/assign",
                                Map.of("owner", rep.id().toString()))
                        .status())
                .isEqualTo(200);
        assertThat(rep.http().get(at(CONTACTS, wang)).status()).isEqualTo(200);
        assertThat(rep.http().get(CONTACTS).json().path("items").size()).isEqualTo(2);
    }

    @Test
    void aContactMovesToAnotherCustomerAndKeepsItsHistory() {
        JsonNode one = made(admin, CUSTOMERS, Map.of("name", "徐州彭辉工程机械"));
        JsonNode other = made(admin, CUSTOMERS, Map.of("name", "金华婺达电动工具"));
        JsonNode contact = made(
                admin, CONTACTS, Map.of("name", "李敏", "customer", one.path("id").asString()));
        var moved = admin.patch(
                at(CONTACTS, contact), 1, Map.of("customer", other.path("id").asString()));
        assertThat(moved.json().path("customer").path("label").asString()).isEqualTo("金华婺达电动工具");
        assertThat(admin.get(at(CONTACTS, contact) + "/history").text())
                .contains("徐州彭辉工程机械")
                .contains("金华婺达电动工具");
    }

    @Test
    void textsOfEveryScriptComeBackAsTheyWereWritten() {
        for (String name : List.of(
                "𠮷野家𬎆㐀贸易",
                "👩‍👩‍👧‍👦 家庭用品",
                "שלום חברה",
                "Müller e\u0301toile",
                "<script>alert(1)</script>",
                "=1+1",
                "a'b\"c\\d")) {
            JsonNode row = made(admin, CUSTOMERS, Map.of("name", name, "remark", name + "\n第二行"));
            assertThat(row.path("name").asString()).isEqualTo(name);
            assertThat(row.path("remark").asString()).isEqualTo(name + "\n第二行");
        }
        assertThat(admin.post(CUSTOMERS, "{\"name\":\"a\\u0000b\"}").status()).isEqualTo(422);
        assertThat(admin.post(CUSTOMERS, "{\"name\":\"a\\ud800b\"}").status()).isBetween(400, 422);
        assertThat(admin.post(CUSTOMERS, Map.of("name", "长".repeat(201))).status())
                .isEqualTo(422);
        assertThat(admin.post(CUSTOMERS, Map.of("name", "甲", "remark", "长".repeat(600_000)))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(CUSTOMERS, Map.of("name", "甲", "remark", "长".repeat(1_000_000)))
                        .code())
                .isEqualTo("bodyTooLarge");
    }
}
