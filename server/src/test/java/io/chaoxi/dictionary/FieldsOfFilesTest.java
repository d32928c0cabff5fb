package io.chaoxi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a field of files does like every other field, and what it cannot. */
@ApplicationTest
class FieldsOfFilesTest {
    private static final String FIELDS = "/api/v1/custom-fields/customer";
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    ApplicationContext application;

    Http admin;
    JsonNode field;

    @BeforeEach
    void found() {
        admin = Firm.found(application).administrator().http();
        field = admin.post(FIELDS, Map.of("key", "scan", "type", "files", "label", "合同扫描"))
                .json();
    }

    private String upload(String name) {
        var kept = admin.upload("/api/v1/files?object=customer&field=custom.scan", name, name);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        return kept.json().path("id").asString();
    }

    private String customer(String name, Object files) {
        var made = admin.post(CUSTOMERS, Map.of("name", name, "custom", Map.of("scan", files)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private Http.Answer tried(Object files) {
        return admin.post(CUSTOMERS, Map.of("name", "试", "custom", Map.of("scan", files)));
    }

    private static String code(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("errors").path(0).path("code").asString();
    }

    private JsonNode ended(Http.Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String path = "/api/v1/jobs/" + started.json().path("id").asString();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            String state = admin.get(path).json().path("state").asString();
            assertThat(state).isNotEqualTo("failed");
            return "done".equals(state);
        });
        return admin.get(path).json();
    }

    @Test
    void itIsFilteredByWhetherItHoldsAnythingAndByNothingElse() {
        customer("有", List.of(upload("a.txt")));
        customer("没有", List.of());
        for (var asked : Map.of("true", "没有", "false", "有").entrySet()) {
            var found = admin.get(CUSTOMERS + "?fields=name&filter=custom.scan=null=" + asked.getKey());
            assertThat(found.json().path("items").findValuesAsString("name")).containsExactly(asked.getValue());
        }
        for (String query : List.of(
                "?filter=custom.scan==x",
                "?filter=custom.scan=in=(x)",
                "?filter=custom.scan=like=a.txt",
                "?sort=custom.scan",
                "/groups?by=custom.scan",
                "/groups?sums=custom.scan")) {
            assertThat(admin.get(CUSTOMERS + query).status()).as(query).isEqualTo(400);
        }
        JsonNode described = admin.get("/api/v1/fields/customer").json().path("fields").values().stream()
                .filter(one -> one.path("name").asString().equals("custom.scan"))
                .findFirst()
                .orElseThrow();
        assertThat(described.path("type").asString()).isEqualTo("files");
        assertThat(described.path("filterable").asBoolean()).isTrue();
        assertThat(described.path("sortable").asBoolean()).isFalse();
    }

    @Test
    void itHasNoIndexAndNoFormulaReadsIt() {
        String id = field.path("id").asString();
        assertThat(admin.post(FIELDS + "/" + id + "/index", null).code()).isEqualTo("notIndexable");
        var formula = Map.of("key", "f", "type", "formula", "label", "公式", "formula", "custom.scan + 1");
        assertThat(code(admin.post(FIELDS, formula))).isEqualTo("formulaUnknownField");
    }

    @Test
    void itHoldsTenFilesAndIsFilledWhereItMustBe() {
        var eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> upload(number + ".txt"))
                .toList();
        assertThat(code(tried(eleven))).isEqualTo("tooMany");
        assertThat(code(tried("a.txt"))).isEqualTo("notAList");
        assertThat(code(tried(List.of("a.txt")))).isEqualTo("notAnId");
        assertThat(code(tried(List.of(List.of())))).isEqualTo("notAText");
        var ten = eleven.subList(0, 10);
        String id = customer("十个", ten);
        var held = admin.get(CUSTOMERS + "/" + id).json().path("custom").path("scan");
        assertThat(held.findValuesAsString("id")).containsExactlyElementsOf(ten);
        String last = eleven.getLast();
        customer("一个", List.of(last, last));
        var required = admin.patch(FIELDS + "/" + field.path("id").asString(), 1, Map.of("required", true));
        assertThat(required.status()).as(required.text()).isEqualTo(200);
        assertThat(code(tried(List.of()))).isEqualTo("notBlank");
        assertThat(code(admin.patch(CUSTOMERS + "/" + id, 1, "{\"custom\":{\"scan\":[]}}")))
                .isEqualTo("notBlank");
    }

    @Test
    void aSheetShowsTheNamesAndCannotFillIt() {
        customer("出去", List.of(upload("合同.txt"), upload("=1+1.txt")));
        for (String format : List.of("csv", "xlsx")) {
            var order = Map.of("object", "customer", "format", format, "fields", List.of("name", "custom.scan"));
            var file = ended(admin.post("/api/v1/exports", order)).path("files").path(0);
            var preview = admin.get("/api/v1/files/" + file.path("id").asString());
            assertThat(preview.status()).isEqualTo(200);
            if (format.equals("csv")) assertThat(preview.text()).contains("合同.txt; =1+1.txt");
        }
        String sheet = "客户名称,合同扫描\n进来,合同.txt\n";
        var automatic = admin.upload("/api/v1/imports/preview?object=customer", "a.csv", sheet);
        assertThat(automatic.json().path("headers").path(1).path("field").isNull())
                .as(automatic.text())
                .isTrue();
        var said = "&mapping=%7B%22%E5%90%88%E5%90%8C%E6%89%AB%E6%8F%8F%22%3A%22custom.scan%22%7D";
        assertThat(code(admin.upload("/api/v1/imports/preview?object=customer" + said, "a.csv", sheet)))
                .isEqualTo("fieldNotWritable");
    }

    @Test
    void manyRecordsAtOnceDoNotShareAFile() {
        String id = customer("一家", List.of(upload("a.txt")));
        for (Object files : List.of(List.of(upload("b.txt")), List.of())) {
            var body = Map.of("ids", List.of(id), "patch", Map.of("custom", Map.of("scan", files)));
            assertThat(code(admin.post(CUSTOMERS + "/bulk", body))).isEqualTo("filesOneByOne");
        }
    }

    @Test
    void theRecycleBinKeepsTheFilesAndAnUndoBringsThemBack() {
        String file = upload("留着.txt");
        String id = customer("进出", List.of(file));
        var deleted = ended(admin.post(CUSTOMERS + "/bulk", Map.of("ids", List.of(id), "action", "delete")));
        assertThat(admin.get("/api/v1/files/" + file).status()).isEqualTo(404);
        ended(admin.post("/api/v1/jobs/" + deleted.path("id").asString() + "/undo", null));
        assertThat(admin.get(CUSTOMERS + "/" + id).text()).contains("留着.txt");
        assertThat(admin.get("/api/v1/files/" + file).text()).isEqualTo("留着.txt");
    }

    @Test
    void aDeletedFieldTakesItsFilesOutOfReachUntilItComesBack() {
        String file = upload("还在.txt");
        String id = customer("旧", List.of(file));
        assertThat(admin.delete(FIELDS + "/" + field.path("id").asString()).status())
                .isEqualTo(204);
        assertThat(admin.get("/api/v1/files/" + file).status()).isEqualTo(404);
        assertThat(admin.get(CUSTOMERS + "/" + id).text()).doesNotContain("还在.txt");
        admin.post(FIELDS, Map.of("key", "scan", "type", "files", "label", "又来"));
        assertThat(admin.get(CUSTOMERS + "/" + id).text()).contains("还在.txt");
        assertThat(admin.get("/api/v1/files/" + file).status()).isEqualTo(200);
    }
}
