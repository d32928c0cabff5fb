package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What a block of a sheet means before it is pasted. */
@ApplicationTest
class ReadingsTest {
    private static final String READINGS = "/api/v1/customers/readings";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private static Map<String, Object> block(List<String> fields, List<List<String>> rows) {
        return Map.of("fields", fields, "rows", rows);
    }

    private static JsonNode read(Http by, String field, String text) {
        var answer = by.post(READINGS, block(List.of(field), List.of(List.of(text))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("rows").get(0).get(0);
    }

    private JsonNode value(String field, String text) {
        JsonNode cell = read(admin, field, text);
        assertThat(cell.path("error").isNull()).as(cell.toString()).isTrue();
        return cell.path("value");
    }

    private String fault(String field, String text) {
        JsonNode cell = read(admin, field, text);
        assertThat(cell.path("value").isNull()).as(cell.toString()).isTrue();
        assertThat(cell.path("error").path("message").asString()).isNotBlank();
        return cell.path("error").path("code").asString();
    }

    @Test
    void textsMeanWhatTheyWouldInAnImport() {
        assertThat(value("employees", " 1,200 ").asInt()).isEqualTo(1200);
        assertThat(value("registeredCapital", "500万元").path("currency").asString())
                .isEqualTo("CNY");
        assertThat(value("foundedOn", "2026年1月5日").asString()).isEqualTo("2026-01-05");
        assertThat(value("phone", "138 0013 8000").asString()).isEqualTo("+8613800138000");
        assertThat(value("region", "广东 深圳市").path("id").asString()).isEqualTo("440300");
        assertThat(value("industry", "J 金融业").path("label").asString()).contains("金融业");
        assertThat(value("importance", "重要").path("id").asString()).isNotBlank();
        String login = firm.person("rep").login();
        assertThat(value("owner", login).path("label").asString()).startsWith("同事");
    }

    @Test
    void whatMeansNothingIsSaidCellByCell() {
        assertThat(fault("employees", "很多")).isEqualTo("notANumber");
        assertThat(fault("foundedOn", "3/4/2026")).isEqualTo("notADate");
        assertThat(fault("importance", "天字一号")).isEqualTo("unknownChoice");
        assertThat(fault("owner", "查无此人")).isEqualTo("unknownReference");
        assertThat(fault("tags", "没有的标签")).isEqualTo("unknownTag");
        assertThat(fault("code", "KH-1")).isEqualTo("fieldNotWritable");
        assertThat(fault("name", " ")).isEqualTo("notBlank");
        assertThat(value("phone", " ").isNull()).isTrue();
        var rows = List.of(List.of("甲公司", "二十"), List.of("乙公司"));
        var cells = admin.post(READINGS, block(List.of("name", "employees"), rows))
                .json()
                .path("rows");
        assertThat(cells.get(0).get(0).path("value").asString()).isEqualTo("甲公司");
        assertThat(cells.get(0).get(1).path("error").path("code").asString()).isEqualTo("notANumber");
        assertThat(cells.get(1)).hasSize(1);
    }

    @Test
    void nothingIsWrittenAndNothingHiddenIsRead() {
        var role = Map.of(
                "name",
                "外勤",
                "permissions",
                List.of("customer.read", "customer.update"),
                "scopes",
                Map.of("customer", "self"),
                "fields",
                Map.of("customer", Map.of("phone", "masked", "email", "hidden", "employees", "read")));
        assertThat(admin.post("/api/v1/roles", role).status()).isEqualTo(201);
        SignedIn rep = firm.person("外勤");
        var unseen = firm.record("customer", Map.of("name", "洪泽湖水产"));
        assertThat(read(rep.http(), "phone", "138****8000")
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("maskedValue");
        assertThat(read(rep.http(), "employees", "5").path("error").path("code").asString())
                .isEqualTo("fieldNotWritable");
        assertThat(read(rep.http(), "referrer", "洪泽湖水产")
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("unknownReference");
        assertThat(read(admin, "referrer", "洪泽湖水产").path("value").path("id").asString())
                .isEqualTo(unseen.toString());
        assertThat(rep.http()
                        .post(READINGS, block(List.of("email"), List.of(List.of("a@b.cn"))))
                        .status())
                .isEqualTo(422);
        assertThat(firm.person("auditor")
                        .http()
                        .post(READINGS, block(List.of("name"), List.of(List.of("甲"))))
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/api/v1/customers/count").json().path("value").asInt())
                .isEqualTo(1);
    }

    @Test
    void malformedBlocksAreRefused() {
        var tooMany = block(List.of("name"), Collections.nCopies(201, List.of("甲")));
        assertThat(admin.post(READINGS, tooMany).text()).contains("tooMany");
        assertThat(admin.post(READINGS, block(List.of("name", "name"), List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(READINGS, Map.of("fields", "name", "rows", List.of("甲")))
                        .text())
                .contains("notAList");
        assertThat(admin.post(READINGS, List.of()).status()).isEqualTo(400);
    }
}
