package io.chaoxi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class CustomFieldsTest {
    private static final String FIELDS = "/api/v1/custom-fields/customer";
    private static final List<Map<String, String>> OPTIONS =
            List.of(Map.of("id", "gold", "label", "金"), Map.of("id", "silver", "label", "银"));

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private JsonNode field(String key, String type, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("key", key, "type", type, "label", "字段" + key));
        body.putAll(more);
        var added = admin.post(FIELDS, body);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json();
    }

    private JsonNode customer(String name, Map<String, ?> custom) {
        var made = admin.post("/api/v1/customers", Map.of("name", name, "custom", custom));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json();
    }

    private List<String> names(String query) {
        var list = admin.get("/api/v1/customers?" + query);
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json().path("items").values().stream()
                .map(row -> row.path("name").asString())
                .toList();
    }

    private static String filter(String filter) {
        return "filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    /** Type, a smaller and a larger value as written, the larger one's filter, whether lists sort by it. */
    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of("text", "alpha", "beta", "=like=BET", true),
                Arguments.of("longText", "一行\n两行", "别的", "=like=别", false),
                Arguments.of("number", 1.5, 20, "=gt=2", true),
                Arguments.of("percent", 5, 50, "=ge=50", true),
                Arguments.of(
                        "money",
                        Map.of("amount", "9.50", "currency", "CNY"),
                        Map.of("amount", "100", "currency", "CNY"),
                        "=gt=10",
                        true),
                Arguments.of("date", "2026-01-31", "2026-02-01", "=ge=2026-02-01", true),
                Arguments.of(
                        "dateTime", "2026-01-31T08:00:00Z", "2026-02-01T08:00:00Z", "=gt=2026-02-01T07:00:00Z", true),
                Arguments.of("yesNo", false, true, "==true", true),
                Arguments.of("choice", "gold", "silver", "==silver", true),
                Arguments.of("choices", List.of("gold"), List.of("gold", "silver"), "==silver", false),
                Arguments.of("phone", "13800138000", "13900139000", "==+8613900139000", true),
                Arguments.of("email", "a@example.com", "b@example.com", "==b@example.com", true),
                Arguments.of("link", "https://a.example.com", "https://b.example.com", "=like=b.example", true),
                Arguments.of("region", "110101", "440305", "==440300", true),
                Arguments.of("industry", "A01", "C35", "==C", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void aFieldOfEachTypeIsWrittenReadFilteredAndSorted(
            String type, Object small, Object large, String comparison, boolean sorted) {
        field("extra", type, type.startsWith("choice") ? Map.of("options", OPTIONS) : Map.of());
        JsonNode first = customer("甲", Map.of("extra", small));
        customer("乙", Map.of("extra", large));
        customer("丙", Map.of());
        JsonNode value = first.path("custom").path("extra");
        assertThat(value.isMissingNode() || value.isNull()).as(first.toString()).isFalse();
        assertThat(names(filter("custom.extra" + comparison))).containsExactly("乙");
        assertThat(names(filter("custom.extra=null=true"))).containsExactly("丙");
        if (sorted) assertThat(names("sort=-custom.extra")).containsExactly("乙", "甲", "丙");
        String path = "/api/v1/customers/" + first.path("id").asString();
        var repeated = admin.patch(path, 1, Map.of("custom", Map.of("extra", value)));
        assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
        assertThat(repeated.json().path("custom").path("extra")).isEqualTo(value);
        var cleared = admin.patch(path, 1, "{\"custom\":{\"extra\":null}}");
        assertThat(cleared.json().path("custom").path("extra").isNull()).isTrue();
    }

    @Test
    void peopleAndDepartmentsAreReferredTo() {
        field("second", "person", Map.of());
        field("branch", "department", Map.of());
        var colleague = firm.person("rep");
        var department = firm.department("二部", null);
        JsonNode made = customer("甲", Map.of("second", colleague.id(), "branch", department));
        assertThat(made.path("custom").path("branch").path("label").asString()).isEqualTo("二部");
        assertThat(names(filter("custom.second==" + colleague.id()))).containsExactly("甲");
        assertThat(names(filter("custom.second==@me"))).isEmpty();
        var unknown = admin.post(
                "/api/v1/customers",
                Map.of("name", "乙", "custom", Map.of("second", "018f0000-0000-7000-8000-000000000000")));
        assertThat(unknown.json().path("errors").path(0).path("code").asString())
                .isEqualTo("unknownReference");
    }

    @Test
    void anIndustryIsGroupedByItsSectionAndReadFromASheetByNameOrCode() {
        field("downstream", "industry", Map.of());
        customer("甲", Map.of("downstream", "C35"));
        customer("乙", Map.of("downstream", "C17"));
        var groups = admin.get("/api/v1/customers/groups?by=custom.downstream").json();
        assertThat(groups.path("groups").size()).as(groups.toString()).isEqualTo(1);
        assertThat(groups.path("groups").path(0).path("key").path("id").asString())
                .isEqualTo("C");
        String sheet = "客户名称,字段downstream\n丙公司,C35 专用设备制造业\n丁公司,农业\n戊公司,没有这一行业\n";
        var preview = admin.upload("/api/v1/imports/preview?object=customer", "a.csv", sheet)
                .json();
        assertThat(preview.path("counts").toString()).isEqualTo("{\"ok\":2,\"error\":1,\"duplicate\":0}");
        assertThat(preview.path("rows")
                        .path(2)
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("unknownIndustry");
    }

    @Test
    void aFormulaIsComputedFromOtherFields() {
        field("price", "money", Map.of());
        field("pieces", "number", Map.of());
        field("total", "formula", Map.of("formula", "custom.price * custom.pieces"));
        JsonNode made = customer("甲", Map.of("price", Map.of("amount", "2.50", "currency", "CNY"), "pieces", 4));
        assertThat(made.path("custom").path("total").asDouble()).isEqualTo(10.0);
        assertThat(customer("乙", Map.of()).path("custom").path("total").isNull())
                .isTrue();
        var written = admin.post("/api/v1/customers", Map.of("name", "丙", "custom", Map.of("total", 1)));
        assertThat(written.status()).isEqualTo(422);
        assertThat(written.json().at("/errors/0/code").asString()).isEqualTo("fieldComputed");
        assertThat(admin.get("/api/v1/customers?filter=custom.total==1").status())
                .isEqualTo(400);
    }

    @Test
    void aFormulaThatCannotWorkIsRefused() {
        JsonNode price = field("price", "money", Map.of());
        field("double", "formula", Map.of("formula", "custom.price * 2"));
        for (String formula : List.of(
                "custom.price +",
                "custom.nothing + 1",
                "custom.price + owner",
                "custom.price * \"x\"",
                "custom.double * 2",
                "custom.self + 1",
                "system(1)",
                "T(java.lang.Runtime)",
                "(".repeat(200) + "1" + ")".repeat(200),
                "1+".repeat(600) + "1",
                "")) {
            var refused =
                    admin.post(FIELDS, Map.of("key", "self", "type", "formula", "label", "x", "formula", formula));
            assertThat(refused.status()).as(formula).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("formula");
        }
        assertThat(admin.delete(FIELDS + "/" + price.path("id").asString()).code())
                .isEqualTo("inUse");
    }

    @Test
    void keyAndTypeNeverChangeAndADeletedKeyComesBackOnlyWithItsType() {
        JsonNode field = field("size", "number", Map.of());
        customer("甲", Map.of("size", 7));
        String path = FIELDS + "/" + field.path("id").asString();
        assertThat(admin.patch(path, 1, Map.of("key", "other")).status()).isEqualTo(422);
        assertThat(admin.patch(path, 1, Map.of("type", "text")).status()).isEqualTo(422);
        assertThat(admin.patch(path, 1, Map.of("key", "size", "label", "尺码", "required", true))
                        .json()
                        .path("label")
                        .asString())
                .isEqualTo("尺码");
        assertThat(admin.post("/api/v1/customers", Map.of("name", "乙")).status())
                .isEqualTo(422);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get("/api/v1/customers?filter=custom.size==7").status())
                .isEqualTo(400);
        assertThat(admin.post(FIELDS, Map.of("key", "size", "type", "text", "label", "x"))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("keyHadOtherType");
        field("size", "number", Map.of());
        assertThat(names("filter=custom.size==7")).containsExactly("甲");
    }

    @Test
    void anOptionInUseIsDisabledAndNotTakenAway() {
        JsonNode field = field("medal", "choice", Map.of("options", OPTIONS));
        customer("甲", Map.of("medal", "gold"));
        String path = FIELDS + "/" + field.path("id").asString();
        assertThat(admin.patch(path, 1, Map.of("options", List.of(OPTIONS.get(1))))
                        .code())
                .isEqualTo("inUse");
        var disabled = Map.of("id", "gold", "label", "金牌", "disabled", true);
        assertThat(admin.patch(path, 1, Map.of("options", List.of(disabled))).status())
                .isEqualTo(200);
        assertThat(admin.get("/api/v1/customers?filter=custom.medal==gold").text())
                .contains("金牌");
        assertThat(admin.post("/api/v1/customers", Map.of("name", "乙", "custom", Map.of("medal", "gold")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        field("taken", "text", Map.of());
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("type", "text", "label", "x"),
                Map.of("key", "Upper", "type", "text", "label", "x"),
                Map.of("key", "a'||1", "type", "text", "label", "x"),
                Map.of("key", "a".repeat(41), "type", "text", "label", "x"),
                Map.of("key", "a", "type", "tags", "label", "x"),
                Map.of("key", "a", "type", "record", "label", "x"),
                Map.of("key", "a", "type", "text"),
                Map.of("key", "a", "type", "text", "label", "x", "options", OPTIONS),
                Map.of("key", "a", "type", "choice", "label", "x"),
                Map.of("key", "a", "type", "choice", "label", "x", "options", List.of(OPTIONS.get(0), OPTIONS.get(0))),
                Map.of("key", "a", "type", "number", "label", "x", "decimals", 5),
                Map.of("key", "a", "type", "text", "label", "x", "decimals", 1),
                Map.of("key", "a", "type", "text", "label", "x", "slot", "key_text1"))) {
            assertThat(admin.post(FIELDS, body).status()).as(body.toString()).isEqualTo(422);
        }
        assertThat(admin.post(FIELDS, Map.of("key", "taken", "type", "text", "label", "x"))
                        .code())
                .isEqualTo("nameTaken");
        assertThat(admin.get("/api/v1/custom-fields/person").status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/custom-fields/nothing").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoMayManageFieldsDesignsThemAndNoOtherFirmSeesThem() {
        String id = field("ours", "text", Map.of()).path("id").asString();
        Http manager = firm.person("manager").http();
        assertThat(manager.get(FIELDS).status()).isEqualTo(403);
        assertThat(manager.post(FIELDS, Map.of("key", "a", "type", "text", "label", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(manager.delete(FIELDS + "/" + id).status()).isEqualTo(403);
        assertThat(manager.get("/api/v1/fields/customer").text()).contains("custom.ours");
        Http stranger = Firm.found(application).administrator().http();
        assertThat(stranger.get(FIELDS).json().path("items")).isEmpty();
        assertThat(stranger.get("/api/v1/fields/customer").text()).doesNotContain("custom.ours");
        assertThat(stranger.patch(FIELDS + "/" + id, 1, Map.of("label", "x")).status())
                .isEqualTo(404);
        assertThat(stranger.post(FIELDS + "/" + id + "/index", null).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/customers?filter=custom.ours==1").status())
                .isEqualTo(400);
    }
}
