package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ImportRefusalsTest {
    private static final Map<String, String> CUSTOMERS = Map.of("object", "customer");

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
    void aFileOfHeadersOnlyIsRefusedBeforeAnythingBegins() {
        for (String path : List.of("/api/v1/imports", "/api/v1/imports/preview")) {
            var refused = admin.form(path, CUSTOMERS, "a.csv", utf8("客户名称,电话\n"));
            assertThat(refused.status()).as(path).isEqualTo(422);
            assertThat(refused.text()).contains("fileWithoutRows").contains("文件里只有表头，没有数据");
        }
        assertThat(admin.get("/api/v1/imports").json().path("items")).isEmpty();
    }

    @Test
    void underOneKeyAnotherFileIsRefusedThoughItIsCalledTheSameAndAsLong() {
        var keyed = admin.person().http().with("Idempotency-Key", "once");
        String path = "/api/v1/imports?object=customer";
        var first = keyed.upload(path, "a.csv", "客户名称\n甲公司\n");
        assertThat(first.status()).as(first.text()).isEqualTo(202);
        var again = keyed.upload(path, "a.csv", "客户名称\n甲公司\n");
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        var other = keyed.upload(path, "a.csv", "客户名称\n乙公司\n");
        assertThat(other.status()).as(other.text()).isEqualTo(422);
        assertThat(other.text()).contains("idempotencyKeyReused");
    }

    @Test
    void aRefusedDuplicateIsToldInTheWordsOfAnImport() {
        admin.imported(CUSTOMERS, "a.csv", utf8("客户名称\n早就有公司\n"));
        for (String dryRun : List.of("true", "false")) {
            var fields = Map.of("object", "customer", "duplicates", "refuse", "dryRun", dryRun);
            var job = admin.imported(fields, "b.csv", utf8("客户名称\n早就有公司\n"));
            assertThat(job.path("result").path("refused").asInt()).isEqualTo(1);
            var rows = admin.get("/api/v1/jobs/" + job.path("id").asString() + "/rows?state=refused")
                    .json();
            assertThat(rows.path("items").path(0).path("message").asString()).isEqualTo("已经有「早就有公司」了，这一行没有导入");
        }
    }
}
