package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.sheet.SheetLimits;
import io.chaoxi.platform.sheet.SheetReader;
import io.chaoxi.platform.text.SharedData;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ImportTest {
    private static final Map<String, String> CUSTOMERS = Map.of("object", "customer");

    @Autowired
    ApplicationContext application;

    @TempDir
    Path folder;

    Firm firm;
    Exchange admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = Exchange.by(application, firm.administrator());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<JsonNode> customers(Exchange who, String filter) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            var page = who.get("/api/v1/customers?limit=200&filter=" + url(filter) + after)
                    .json();
            page.path("items").forEach(all::add);
            after = page.path("next").isString()
                    ? "&after=" + url(page.path("next").asString())
                    : "";
        } while (!after.isEmpty());
        return all;
    }

    private static void counts(JsonNode job, int created, int updated, int skipped, int refused) {
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        var result = job.path("result");
        assertThat(List.of(
                        result.path("created").asInt(),
                        result.path("updated").asInt(),
                        result.path("skipped").asInt(),
                        result.path("refused").asInt()))
                .as(job.toString())
                .containsExactly(created, updated, skipped, refused);
    }

    @Test
    void aValueOfOneRowStaysThoughTheFirstRowHasNone() {
        admin.post("/api/v1/custom-fields/customer", Map.of("key", "fleet", "type", "number", "label", "车辆数"));
        var job = admin.imported(CUSTOMERS, "a.csv", utf8("客户名称,车辆数,电话\n甲运输公司,,\n乙运输公司,12,13800138000\n"));
        counts(job, 2, 0, 0, 0);
        var second = customers(admin, "name==乙运输公司").getFirst();
        assertThat(second.path("custom").path("fleet").asInt()).isEqualTo(12);
        assertThat(second.path("phone").asString()).isEqualTo("+8613800138000");
        assertThat(customers(admin, "name==甲运输公司")).hasSize(1);
    }

    @Test
    void bringsTheListedCompaniesInOnce() throws IOException {
        byte[] file = Files.readAllBytes(SharedData.file("szse-companies-main/companies.csv"));
        var seen = admin.form("/api/v1/imports/preview", CUSTOMERS, "companies.csv", file);
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        var preview = seen.json();
        assertThat(preview.path("total").asInt()).isEqualTo(1490);
        assertThat(preview.path("counts").path("ok").asInt())
                .as(preview.path("counts").toString())
                .isEqualTo(1490);
        assertThat(preview.path("rows").size()).isEqualTo(200);
        assertThat(preview.path("mapping").path("province").asString()).isEqualTo("region");
        assertThat(preview.path("mapping").has("list_date")).isFalse();

        String upload = preview.path("upload").asString();
        counts(admin.imported(Map.of("object", "customer", "upload", upload), "", null), 1490, 0, 0, 0);
        counts(admin.imported(CUSTOMERS, "companies.csv", file), 0, 0, 1490, 0);

        var all = customers(admin, "");
        assertThat(all).hasSize(1490);
        for (String field : List.of("name", "shortName", "englishName", "address", "region", "industry")) {
            assertThat(all).as(field).noneMatch(row -> row.path(field).isNull());
        }
        assertThat(all.stream().filter(row -> row.path("website").isNull()))
                .as("13 companies have no website in the file")
                .hasSize(13);
        var bank = customers(admin, "name==平安银行股份有限公司").getFirst();
        assertThat(bank.path("shortName").asString()).isEqualTo("平安银行");
        assertThat(bank.path("englishName").asString()).isEqualTo("Ping An Bank Co., Ltd.");
        assertThat(bank.path("region").path("id").asString()).isEqualTo("440300");
        assertThat(bank.path("industry").path("id").asString()).isEqualTo("J");
        assertThat(bank.path("owner").path("id").asString())
                .isEqualTo(firm.administrator().id().toString());
    }

    @Test
    void readsEveryEncodingAndSeparatorThatExcelWrites() {
        String comma = "客户名称,电话,省,市\n潮声科技𠮷有限公司,010-62345678,浙江,杭州市\n";
        String tab = "客户名称\t电话\t省\t市\n望海贸易有限公司\t010-62345679\t浙江\t宁波市\n";
        String semicolon = "客户名称;电话;省;市\n观潮制造有限公司;010-62345670;浙江;绍兴市\n";
        counts(admin.imported(CUSTOMERS, "a.csv", comma.getBytes(Charset.forName("GB18030"))), 1, 0, 0, 0);
        counts(admin.imported(CUSTOMERS, "b.txt", ("\uFEFF" + tab).getBytes(StandardCharsets.UTF_16LE)), 1, 0, 0, 0);
        counts(admin.imported(CUSTOMERS, "c.csv", utf8("\uFEFF" + semicolon)), 1, 0, 0, 0);
        assertThat(customers(admin, "region==330000").stream()
                        .map(row -> row.path("name").asString()
                                + row.path("region").path("id").asString()))
                .containsExactlyInAnyOrder("潮声科技𠮷有限公司330100", "望海贸易有限公司330200", "观潮制造有限公司330600");
    }

    @Test
    void tellsEachCellThatIsWrongAndHandsTheRefusedRowsBack() throws IOException {
        String file = """
                企业名称,联系电话,成立日期,注册资本,大V,客户级别,标签,没有这一列
                好的公司,13800138000,2020/3/4,"￥1,000万",是,VIP,"重点,华东",x
                坏的公司,12,3/4/2026,很多,也许,没有这个,,x
                ,13900139000,,,,,,x
                """;
        var preview = admin.form("/api/v1/imports/preview", CUSTOMERS, "客户.csv", utf8(file))
                .json();
        assertThat(preview.path("counts").toString()).isEqualTo("{\"ok\":1,\"error\":2,\"duplicate\":0}");
        assertThat(preview.path("headers").get(7).path("field").isNull()).isTrue();
        var wrong = preview.path("rows").get(1).path("errors");
        assertThat(wrong.findValuesAsString("field"))
                .containsExactlyInAnyOrder("phone", "foundedOn", "registeredCapital", "bigReach", "importance");
        assertThat(wrong.findValuesAsString("message"))
                .noneMatch(String::isBlank)
                .contains("应为是或否");
        assertThat(admin.get("/api/v1/tags").json().path("items").size()).isZero();

        var job = admin.imported(CUSTOMERS, "客户.csv", utf8(file));
        counts(job, 1, 0, 0, 2);
        var good = customers(admin, "").getFirst();
        assertThat(good.path("registeredCapital").path("amount").asString()).startsWith("10000000");
        assertThat(good.path("foundedOn").asString()).isEqualTo("2020-03-04");
        assertThat(good.path("tags").size()).isEqualTo(2);
        var rows = admin.get("/api/v1/jobs/" + job.path("id").asString() + "/rows?state=refused")
                .json()
                .path("items");
        assertThat(rows.get(1).path("row").asInt()).isEqualTo(4);

        var history = admin.get("/api/v1/imports").json().path("items").get(0);
        assertThat(history.path("files"))
                .as("the refused rows can be found later")
                .isEqualTo(job.path("files"));
        assertThat(history.path("progress").path("done").asInt()).isEqualTo(3);
        assertThat(history.path("undoable").asBoolean()).isTrue();
        var refused =
                admin.get("/api/v1/files/" + job.path("files").get(0).path("id").asString());
        Path copy = Files.write(folder.resolve("refused.xlsx"), refused.bytes());
        try (var sheet = SheetReader.open(copy, "refused.xlsx", SheetLimits.ofRows(10))) {
            assertThat(sheet.header()).endsWith("没有这一列", "原因").startsWith("企业名称");
            assertThat(sheet.next().cells())
                    .contains("坏的公司", "3/4/2026")
                    .last()
                    .asString()
                    .contains("电话：");
            assertThat(sheet.next().cells().getLast()).contains("不能为空");
        }
    }

    @Test
    void skipsUpdatesMergesOrRefusesWhatIsThereByAnExactKey() {
        admin.imported(CUSTOMERS, "a.csv", utf8("客户名称,电话,地址\n深圳市恒锐有限公司,13800138001,旧址\n"));
        String again = "客户名称,电话,地址,简称\n深圳市恒锐有限责任公司,,新址,恒锐\n别的公司,138 0013 8001,,\n";
        counts(admin.imported(CUSTOMERS, "b.csv", utf8(again)), 0, 0, 2, 0);
        counts(admin.imported(Map.of("object", "customer", "duplicates", "refuse"), "b.csv", utf8(again)), 0, 0, 0, 2);
        var merged = admin.imported(Map.of("object", "customer", "duplicates", "merge"), "b.csv", utf8(again));
        assertThat(merged.path("result").path("merged").asInt()).isEqualTo(1);
        var one = customers(admin, "").getFirst();
        assertThat(one.path("address").asString()).isEqualTo("旧址");
        assertThat(one.path("shortName").asString()).isEqualTo("恒锐");
        counts(admin.imported(Map.of("object", "customer", "duplicates", "update"), "b.csv", utf8(again)), 0, 2, 0, 0);
        one = customers(admin, "").getFirst();
        assertThat(one.path("address").asString()).isEqualTo("新址");
        assertThat(one.path("phone").asString()).isEqualTo("+8613800138001");
        assertThat(one.path("name").asString()).isEqualTo("别的公司");
    }

    @Test
    void aRowThatIsTheSameAsAnEarlierOneOfTheFileIsADuplicate() {
        String file = "客户名称,邮箱,简称\n甲方公司,a@x.cn,一\n乙方公司,A@X.CN,二\n甲方 公司,,三\n丙方公司,,四\n";
        var dry = admin.imported(Map.of("object", "customer", "dryRun", "true"), "a.csv", utf8(file));
        counts(dry, 2, 0, 2, 0);
        assertThat(customers(admin, "")).isEmpty();
        counts(admin.imported(Map.of("object", "customer", "duplicates", "update"), "a.csv", utf8(file)), 2, 2, 0, 0);
        assertThat(customers(admin, "")).hasSize(2);
    }

    @Test
    void undoTakesTheWholeImportBackButNotWhatWasTouchedSince() {
        admin.imported(CUSTOMERS, "a.csv", utf8("客户名称,地址\n原有公司,旧址\n"));
        var file = new StringBuilder("客户名称,地址\n原有公司,新址\n");
        for (int i = 0; i < 1200; i++) file.append("撤销公司").append(i).append(",x\n");
        var job = admin.imported(Map.of("object", "customer", "duplicates", "update"), "b.csv", utf8(file.toString()));
        counts(job, 1200, 1, 0, 0);
        var touched = customers(admin, "name==撤销公司7").getFirst();
        firm.administrator()
                .http()
                .patch("/api/v1/customers/" + touched.path("id").asString(), 1, Map.of("shortName", "动过"));

        var undo = admin.post("/api/v1/imports/" + job.path("id").asString() + "/undo", Map.of());
        assertThat(undo.status()).as(undo.text()).isEqualTo(202);
        var undone = admin.ended(undo.json());
        assertThat(undone.path("result").toString()).contains("\"done\":1200").contains("\"refused\":1");
        assertThat(customers(admin, "").stream()
                        .map(row -> row.path("name").asString()
                                + row.path("address").asString()))
                .containsExactlyInAnyOrder("原有公司旧址", "撤销公司7x");
        assertThat(admin.post("/api/v1/imports/" + job.path("id").asString() + "/undo", Map.of())
                        .status())
                .isEqualTo(409);
        var history = admin.get("/api/v1/imports").json().path("items").get(0);
        assertThat(history.path("undone").asBoolean()).isTrue();
        assertThat(history.path("file").asString()).isEqualTo("b.csv");
    }

    @Test
    void aFileNameMayHave255ChineseCharacters() {
        var job = admin.imported(CUSTOMERS, "长".repeat(251) + ".csv", utf8("客户名称\n甲公司\n"));
        assertThat(job.path("result").path("created").asInt()).isEqualTo(1);
    }
}
