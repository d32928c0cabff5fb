package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.text.CsvLines;
import io.chaoxi.platform.text.SharedData;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Look-alikes while typing, among the companies of the Shenzhen exchange: full names, addresses, web addresses. */
@ApplicationTest
class LookAlikesTest {
    private static final String MAPPING =
            "{\"full_name\":\"name\",\"registered_address\":\"address\",\"website\":\"website\"}";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void importCompanies() throws Exception {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        byte[] file = Files.readAllBytes(SharedData.file("szse-companies-main/companies.csv"));
        var job = Exchange.by(application, firm.administrator())
                .imported(Map.of("object", "customer", "mapping", MAPPING), "companies.csv", file);
        assertThat(job.path("result").path("created").asInt()).isEqualTo(1490);
    }

    private static List<Map<String, String>> rows(String file) throws Exception {
        return CsvLines.read(SharedData.file("szse-companies-main/" + file));
    }

    private static JsonNode asked(Http who, Map<String, String> typed) {
        var query = new StringBuilder();
        new TreeMap<>(typed)
                .forEach((field, text) -> query.append('&')
                        .append(field)
                        .append('=')
                        .append(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        var answer = who.get("/api/v1/duplicates/customer?" + query.substring(1));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items");
    }

    @Test
    void renamedCompaniesAreFoundByWhatStayed() throws Exception {
        var today = new TreeMap<String, Map<String, String>>();
        rows("companies.csv").forEach(row -> today.put(row.get("code"), row));
        int found = 0;
        var renamed = rows("renamed_full_names.csv");
        for (var row : renamed) {
            var company = today.get(row.get("code"));
            var items = asked(
                    admin,
                    Map.of(
                            "name", row.get("older_full_name"),
                            "website", company.get("website"),
                            "address", company.get("registered_address")));
            for (JsonNode item : items) {
                if (item.path("label").asString().equals(row.get("newer_full_name"))) {
                    found++;
                    break;
                }
            }
        }
        assertThat(found).as("of " + renamed.size()).isGreaterThanOrEqualTo(8);
    }

    private static final String SHEET = "客户名称,电话\n万科企业有限公司,\n深圳市毫无干系的某某贸易行,\n平安银行股份有限公司,\n,1\n";

    private JsonNode previewed(SignedIn who) {
        var answer = Exchange.by(application, who)
                .form(
                        "/api/v1/imports/preview",
                        Map.of("object", "customer"),
                        "新来的.csv",
                        SHEET.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("rows");
    }

    @Test
    void thePreviewOfAnImportNamesWhatARowLooksLike() {
        var rows = previewed(firm.administrator());
        assertThat(rows.get(0).path("state").asString()).isEqualTo("ok");
        assertThat(rows.get(0).path("alike").path("label").asString()).isEqualTo("万科企业股份有限公司");
        String id = rows.get(0).path("alike").path("id").asString();
        assertThat(admin.get("/api/v1/customers/" + id).status()).isEqualTo(200);
        assertThat(rows.get(1).path("alike").isNull()).isTrue();
        assertThat(rows.get(2).path("state").asString()).isEqualTo("duplicate");
        assertThat(rows.get(2).path("alike").isNull()).isTrue();
        assertThat(rows.get(3).path("state").asString()).isEqualTo("error");
        var masked = previewed(firm.person("rep")).get(0).path("alike");
        assertThat(masked.path("id").isNull()).isTrue();
        assertThat(masked.path("label").asString()).contains("*").doesNotContain("万科企业");
    }

    /** Many at once find what one after the other finds. */
    @Test
    void manyRowsFindWhatEachFindsAlone() throws Exception {
        var names = rows("renamed_full_names.csv").stream()
                .map(row -> row.get("older_full_name"))
                .distinct()
                .limit(100)
                .toList();
        var answer = Exchange.by(application, firm.administrator())
                .form(
                        "/api/v1/imports/preview",
                        Map.of("object", "customer"),
                        "旧名.csv",
                        ("客户名称\n" + String.join("\n", names)).getBytes(StandardCharsets.UTF_8));
        var rows = answer.json().path("rows");
        assertThat(rows.size()).isEqualTo(names.size());
        int alike = 0;
        for (JsonNode row : rows) {
            if (!row.path("state").asString().equals("ok")) continue;
            var first = asked(
                            admin,
                            Map.of("name", row.path("values").path("name").asString()))
                    .get(0);
            assertThat(row.path("alike").path("label").asString(""))
                    .isEqualTo(first == null ? "" : first.path("label").asString());
            if (first != null) alike++;
        }
        assertThat(alike).isPositive();
    }

    @Test
    void whoMayNotSeeACompanyReadsAMaskedNameAndWhomToAsk() {
        var rep = firm.person("rep").http();
        var items = asked(rep, Map.of("name", "万科企业股份公司"));
        assertThat(items.get(0).path("certainty").asString()).isNotEqualTo("maybe");
        assertThat(items.get(0).path("id").isNull()).isTrue();
        assertThat(items.get(0).path("label").asString()).contains("*");
        assertThat(items.get(0).path("owner").asString()).isEqualTo("王管理");
        var alien = Firm.found(application).administrator().http();
        assertThat(asked(alien, Map.of("name", "万科企业股份公司")).size()).isZero();
    }
}
