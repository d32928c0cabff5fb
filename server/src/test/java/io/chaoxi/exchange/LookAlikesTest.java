package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.text.CsvLines;
import io.chaoxi.platform.text.SharedData;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
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
