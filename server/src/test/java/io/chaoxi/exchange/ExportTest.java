package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.job.KilledRuns;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ExportTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    Exchange admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = Exchange.by(application, firm.administrator());
    }

    private static String text(Exchange who, JsonNode job) {
        return new String(file(who, job).bytes(), StandardCharsets.UTF_8);
    }

    private static Exchange.Answer file(Exchange who, JsonNode job) {
        return who.get("/api/v1/files/" + job.path("files").get(0).path("id").asString());
    }

    private static JsonNode exported(Exchange who, Map<String, Object> order) {
        var started = who.post("/api/v1/exports", order);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        return who.ended(started.json());
    }

    private static Map<String, Object> csv(String... fields) {
        return Map.of("object", "customer", "format", "csv", "sort", "name", "fields", List.of(fields));
    }

    @Test
    void goesOutAndComesInAgainTheSame() {
        String hostile = """
                客户名称,电话,地址,省,市,行业,注册资本,成立日期,大V,标签,备注
                =1+1公司,010-62345678,＝HYPERLINK(1),浙江,杭州市,软件和信息技术服务业,1234.5,2020-01-02,是,"甲,乙","两
                行"
                𠮷𬎆㐀公司,+852 2345 6789, @SUM(A1),内蒙古,包头市,C35,USD 20,,否,,'=x
                """;
        admin.imported(Map.of("object", "customer"), "a.csv", hostile.getBytes(StandardCharsets.UTF_8));
        var fields = List.of(
                "name",
                "phone",
                "address",
                "region",
                "industry",
                "registeredCapital",
                "foundedOn",
                "bigReach",
                "tags",
                "remark");
        var before = admin.get("/api/v1/customers?fields=" + String.join(",", fields))
                .json()
                .path("items");
        assertThat(before.size()).isEqualTo(2);
        for (String format : List.of("csv", "xlsx")) {
            var job = exported(admin, Map.of("object", "customer", "format", format, "fields", fields));
            assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
            var file = file(admin, job);
            if (format.equals("csv")) {
                assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                        .doesNotContain("\n=1+1")
                        .doesNotContain(",＝");
            }
            Firm elsewhere = Firm.found(application);
            Exchange there = Exchange.by(application, elsewhere.administrator());
            var back = there.imported(Map.of("object", "customer"), "b." + format, file.bytes());
            assertThat(back.path("result").path("created").asInt())
                    .as(back.toString())
                    .isEqualTo(2);
            var after = there.get("/api/v1/customers?fields=" + String.join(",", fields))
                    .json()
                    .path("items");
            for (int i = 0; i < 2; i++) {
                String name = before.get(i).path("name").asString();
                var same = after.get(0).path("name").asString().equals(name) ? after.get(0) : after.get(1);
                for (String field : fields) {
                    if (field.equals("tags")) continue;
                    assertThat(same.path(field))
                            .as(format + " " + field)
                            .isEqualTo(before.get(i).path(field));
                }
                assertThat(same.path("tags").findValuesAsString("label"))
                        .containsExactlyElementsOf(before.get(i).path("tags").findValuesAsString("label"));
            }
        }
    }

    @Test
    void aColumnThatIsNoTextIsRefused() {
        var order = Map.of("object", "customer", "fields", List.of("name", Map.of("a", 1)));
        var answer = Firm.found(application).administrator().http().post("/api/v1/exports", order);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("fields");
        assertThat(answer.json().path("errors").get(0).path("code").asString()).isEqualTo("notAText");
    }

    @Test
    void isServedAsAnAttachmentToItsMakerOnly() {
        firm.record("customer", new HashMap<>(Map.of("name", "甲公司")));
        var job = exported(admin, csv("name"));
        var file = file(admin, job);
        assertThat(file.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment")
                .contains("UTF-8''");
        assertThat(file.headers().firstValue("x-content-type-options")).contains("nosniff");
        Exchange manager = Exchange.by(application, firm.person("manager"));
        assertThat(file(manager, job).status()).isEqualTo(404);
        var line = admin.get("/api/v1/exports").json().path("items").get(0);
        assertThat(line.path("files").size()).isEqualTo(1);
        assertThat(line.path("label").asString()).isEqualTo("导出客户");
        assertThat(line.path("object").asString()).isEqualTo("customer");
        assertThat(line.path("filter").asString()).isEmpty();
        assertThat(line.path("chosen").asInt()).isZero();
        Exchange rep = Exchange.by(application, firm.person("rep"));
        assertThat(rep.post("/api/v1/exports", csv("name")).status()).isEqualTo(403);
        assertThat(admin.post("/api/v1/exports", csv("nothingLikeThis")).status())
                .isEqualTo(400);
    }

    @Test
    void masksWhatItsMakerMayNotReadAndKeepsToHisScope() {
        var manager = firm.personIn(firm.department("华东", null), "manager");
        firm.record(
                "customer", new HashMap<>(Map.of("name", "管得到公司", "phone", "+8613812345678", "owner", manager.id())));
        firm.record("customer", new HashMap<>(Map.of("name", "管不到公司", "phone", "+8613912345678")));
        Exchange who = Exchange.by(application, manager);
        String text = text(who, exported(who, csv("name", "phone", "owner")));
        assertThat(text)
                .contains("管得到公司")
                .doesNotContain("管不到")
                .doesNotContain("13812345678")
                .contains("5678");
        assertThat(who.post(
                                "/api/v1/exports",
                                Map.of("object", "customer", "format", "csv", "filter", "phone==+8613812345678"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void writesOnlyTheChosenOnesAndOfThoseOnlyTheReachable() {
        var manager = firm.personIn(firm.department("华南", null), "manager");
        var own = firm.record("customer", new HashMap<>(Map.of("name", "选中公司", "owner", manager.id())));
        firm.record("customer", new HashMap<>(Map.of("name", "没选公司", "owner", manager.id())));
        var foreign = firm.record("customer", new HashMap<>(Map.of("name", "别人公司")));
        Exchange who = Exchange.by(application, manager);
        var order = new HashMap<String, Object>(csv("name"));
        order.put("ids", List.of(own, foreign, UUID.randomUUID()));
        assertThat(text(who, exported(who, order)))
                .contains("选中公司")
                .doesNotContain("没选")
                .doesNotContain("别人");
        order.put("ids", List.of("x"));
        var refused = who.post("/api/v1/exports", order);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"ids\"");
    }

    @Test
    void stopsAtTheDaysVolumeAndTellsIt() {
        for (int i = 0; i < 8; i++) firm.record("customer", new HashMap<>(Map.of("name", "限量公司" + i)));
        assertThat(firm.administrator()
                        .http()
                        .patch("/api/v1/firm/limits", 1, Map.of("exportRowsPerDay", 10))
                        .status())
                .isEqualTo(200);
        assertThat(exported(admin, csv("name")).path("state").asString()).isEqualTo("done");
        var second = exported(admin, csv("name"));
        assertThat(second.path("state").asString()).isEqualTo("failed");
        assertThat(second.path("problem").path("code").asString()).isEqualTo("exportLimitReached");
        assertThat(second.path("files").size()).isZero();
        String audit = admin.get("/api/v1/audit").text();
        assertThat(audit).contains("exportedMuch").contains("\"stopped\":true").contains("\"exported\"");
    }

    @Test
    void aKeyDoesNotSilenceTheAlarm() {
        var http = firm.administrator().http();
        http.patch("/api/v1/firm/limits", 1, Map.of("exportRowsPerDay", 0));
        var refused = http.with("Idempotency-Key", "quietly").post("/api/v1/exports", csv("name"));
        assertThat(refused.code()).as(refused.text()).isEqualTo("exportLimitReached");
        assertThat(http.get("/api/v1/audit").text()).contains("exportedMuch").contains("\"stopped\":true");
    }

    @Test
    void onceTheDaysVolumeIsUsedUpEveryFurtherAttemptIsNotedAndTold() {
        firm.record("customer", new HashMap<>(Map.of("name", "最后一家")));
        var http = firm.administrator().http();
        http.patch("/api/v1/firm/limits", 1, Map.of("exportRowsPerDay", 0));
        var refused = admin.post("/api/v1/exports", csv("name"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("exportLimitReached");
        assertThat(http.get("/api/v1/audit").text()).contains("exportedMuch").contains("\"stopped\":true");
        assertThat(admin.get("/api/v1/exports").json().path("items")).isEmpty();
        Instant patience = Instant.now().plusSeconds(20);
        while (!http.get("/api/v1/notifications").text().contains("exportAlarm")) {
            assertThat(Instant.now()).as("the administrator is told").isBefore(patience);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void diesInTheMiddleWhenTheRightIsTakenAway() {
        var rows = new StringBuilder("客户名称\n");
        for (int i = 0; i < 5_000; i++) rows.append("收权公司").append(i).append("\n");
        admin.imported(Map.of("object", "customer"), "a.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        var http = firm.administrator().http();
        var rights = Map.of(
                "name", "导出员",
                "permissions", List.of("customer.read", "customer.export"),
                "scopes", Map.of("customer", "all"));
        var role = http.post("/api/v1/roles", rights).json();
        var person = firm.person("导出员");
        Exchange clerk = Exchange.by(application, person);
        var ready = exported(clerk, csv("name"));
        assertThat(ready.path("state").asString()).as(ready.toString()).isEqualTo("done");

        var runs = new KilledRuns(application, person.actor(), 1, 1_000_000);
        UUID job = runs.job(
                "export", "customer", new ExportOrder("customer", "", "", "", List.of("name"), Set.of(), "csv"));
        runs.afterSteps(6, () -> {
            var changed = http.patch(
                    "/api/v1/roles/" + role.path("id").asString(),
                    role.path("version").asLong(),
                    Map.of("permissions", List.of("customer.read")));
            assertThat(changed.status()).as(changed.text()).isEqualTo(200);
            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
        });
        assertThatThrownBy(() -> runs.run(job, "export"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
        assertThat(clerk.get("/api/v1/jobs/" + job)
                        .json()
                        .path("progress")
                        .path("done")
                        .asInt())
                .isEqualTo(2_000);
        assertThat(file(clerk, ready).status()).isEqualTo(403);
        assertThat(clerk.post("/api/v1/exports", csv("name")).status()).isEqualTo(403);
    }
}
