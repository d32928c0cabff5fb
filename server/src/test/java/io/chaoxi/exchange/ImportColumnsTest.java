package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ImportColumnsTest {
    @Autowired
    ApplicationContext application;

    Exchange admin;

    @BeforeEach
    void found() {
        admin = Exchange.by(application, Firm.found(application).administrator());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void contactsFindTheirCustomerByName() {
        admin.imported(Map.of("object", "customer"), "a.csv", utf8("客户名称\n甲公司\n"));
        String file = "姓名,公司,手机\n张三,甲公司,13800138002\n李四,没有的公司,13800138003\n";
        var first =
                admin.imported(Map.of("object", "contact"), "c.csv", utf8(file)).path("result");
        assertThat(first.path("created").asInt()).isEqualTo(1);
        assertThat(first.path("refused").asInt()).isEqualTo(1);
        var again =
                admin.imported(Map.of("object", "contact"), "c.csv", utf8(file)).path("result");
        assertThat(again.path("created").asInt()).isZero();
        assertThat(again.path("skipped").asInt()).isEqualTo(1);
    }

    @Test
    void theTemplateIsRecognisedColumnByColumn() {
        String template =
                admin.get("/api/v1/imports/template/customer?format=csv").text();
        var preview = admin.form(
                        "/api/v1/imports/preview", Map.of("object", "customer"), "t.csv", utf8(template + "某公司\n"))
                .json();
        assertThat(preview.path("headers"))
                .isNotEmpty()
                .allMatch(header -> header.path("field").isString());
    }

    @Test
    void headersMatchWhateverTheirWidthCaseAndSigns() {
        var preview = admin.form(
                        "/api/v1/imports/preview",
                        Map.of("object", "customer"),
                        "h.csv",
                        utf8("＊客户名称（必填）,CREDIT_CODE,电话（手机）,E-Mail,Short Name,城 市,客户名称2\n某公司,,,,,杭州市,\n"))
                .json();
        assertThat(preview.path("mapping").properties().stream()
                        .map(one -> one.getValue().asString()))
                .containsExactlyInAnyOrder("name", "creditCode", "phone", "email", "shortName", "region");
        assertThat(preview.path("headers").get(6).path("field").isNull()).isTrue();
    }

    @Test
    void aMappingMayNameTheHeadersThatAreJoinedIntoAField() {
        var mapping = "{\"name\":[\"公司\"],\"region\":[\"省份\",\"城市\"]}";
        var asked = Map.of("object", "customer", "mapping", mapping);
        var preview = admin.form("/api/v1/imports/preview", asked, "m.csv", utf8("公司,省份,城市\n某公司,浙江省,杭州市\n"));
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        var values = preview.json().path("rows").get(0).path("values");
        assertThat(values.path("name").asString()).isEqualTo("某公司");
        assertThat(values.path("region").asString()).contains("杭州");
        assertThat(preview.json().path("mapping").path("城市").asString()).isEqualTo("region");
    }

    @Test
    void aMappingThatNamesWhatIsNotThereOrNotWritableIsRefused() {
        for (String mapping : new String[] {
            "{\"name\":[\"没有\"]}",
            "{\"name\":[1]}",
            "{\"name\":[null]}",
            "{\"name\":{}}",
            "null",
            "{\"客户名称\":7}",
            "{\"没有\":\"name\"}",
            "{\"客户名称\":\"code\"}",
            "{\"客户名称\":\"nothing\"}",
            "[]"
        }) {
            var answer = admin.form(
                    "/api/v1/imports", Map.of("object", "customer", "mapping", mapping), "h.csv", utf8("客户名称\n某\n"));
            assertThat(answer.status()).as(mapping + answer.text()).isEqualTo(422);
        }
    }

    @Test
    void aFileThatIsNoSheetIsRefusedAtOnce() {
        var page = admin.form("/api/v1/imports/preview", Map.of("object", "customer"), "a.xlsx", utf8("<html><table>"));
        assertThat(page.json().path("code").asString()).isEqualTo("fileNotASpreadsheet");
        var program = admin.form(
                "/api/v1/imports/preview", Map.of("object", "customer"), "a.csv", new byte[] {'M', 'Z', 0, 0, 3});
        assertThat(program.status()).isEqualTo(415);
    }
}
