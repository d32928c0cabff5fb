package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Regions and industries in the words that an import takes, sent to the API. */
@ApplicationTest
class WrittenCodesTest {
    @Autowired
    ApplicationContext application;

    Http admin;

    @BeforeEach
    void found() {
        admin = Firm.found(application).administrator().http();
    }

    private Http.Answer made(String field, String text) {
        return admin.post("/api/v1/customers?duplicates=allow", Map.of("name", "写法 " + text, field, text));
    }

    @Test
    void aCodeAWordAndWhatAnExportWritesAreTheSame() {
        var expected = new LinkedHashMap<String, Map<String, String>>();
        expected.put("industry", Map.of("J", "J", "J 金融业", "J", "金融业", "J", "C35 专用设备制造业", "C35", "35", "C35"));
        expected.put("region", Map.of("440300", "440300", "广东深圳", "440300", "广东省深圳市", "440300", "深圳市南山区", "440305"));
        expected.forEach((field, texts) -> texts.forEach((text, code) -> {
            var answer = made(field, text);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.json().path(field).path("id").asString()).as(text).isEqualTo(code);
        }));
        var first = admin.get("/api/v1/customers?limit=1").json().path("items").get(0);
        var changed = admin.patch(
                "/api/v1/customers/" + first.path("id").asString(), 1, Map.of("region", "浙江义乌市", "industry", "K 房地产"));
        assertThat(changed.json().path("region").path("id").asString()).isEqualTo("330782");
        assertThat(changed.json().path("industry").path("id").asString()).isEqualTo("K");
    }

    @Test
    void whatNamesNothingOrSeveralIsSaidSo() {
        var refusals = Map.of("火星", "unknownRegion", "朝阳区", "ambiguousRegion", "999999", "unknownRegion");
        refusals.forEach((text, code) -> {
            var answer = made("region", text);
            assertThat(answer.status()).as(text).isEqualTo(422);
            assertThat(answer.json().path("errors").get(0).path("code").asString())
                    .as(text)
                    .isEqualTo(code);
        });
        assertThat(made("industry", "捉鬼").text()).contains("unknownIndustry");
    }
}
