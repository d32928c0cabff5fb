package io.chaoxi.sample;

import static chaoxi.tables.Tables.CHANGE;
import static chaoxi.tables.Tables.COMMENT;
import static chaoxi.tables.Tables.STORED_FILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.activity.Activities;
import io.chaoxi.customer.Customers;
import io.chaoxi.dictionary.Tags;
import io.chaoxi.identity.FirmFounded;
import io.chaoxi.identity.firm.Firms;
import io.chaoxi.platform.CrmSettings;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class SampleDataTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void load() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        var settings = application.getBean(CrmSettings.class);
        var wanted = new CrmSettings(
                settings.home(),
                settings.bind(),
                settings.port(),
                settings.baseUrl(),
                settings.key(),
                settings.db(),
                settings.admin(),
                true);
        var sample = new SampleData(
                wanted,
                application.getBean(SampleRecords.class),
                application.getBean(Customers.class),
                application.getBean(Activities.class),
                application.getBean(SampleLeads.class),
                application.getBeanProvider(SampleWork.class).stream().toList(),
                application.getBean(Firms.class),
                application.getBean(Tags.class),
                Clock.systemUTC());
        firm.administrator()
                .as(() -> new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                        .executeWithoutResult(tx -> sample.on(new FirmFounded(
                                firm.tenant(), firm.administrator().id()))));
    }

    private JsonNode ended(JsonNode started) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(60));
        String job = "/api/v1/jobs/" + started.path("id").asString();
        while (!"done".equals(admin.get(job).json().path("state").asString())
                && Instant.now().isBefore(patience)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return admin.get(job).json();
    }

    private int left(Table<?> table, Condition which) {
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        return firm.administrator()
                .as(() -> transaction.execute(
                        tx -> application.getBean(DSLContext.class).fetchCount(table, which)));
    }

    private long count(String object) {
        return admin.get("/api/v1/" + object + "/count").json().path("value").asLong();
    }

    @Test
    void sampleDataGoesWithOneCallAndLeavesOnesOwn() {
        assertThat(count("customers")).isEqualTo(60);
        assertThat(count("contacts")).isEqualTo(60);
        assertThat(count("activities")).isEqualTo(72);
        assertThat(count("leads")).isEqualTo(8);
        assertThat(count("tasks")).isEqualTo(8);
        assertThat(count("visits")).isEqualTo(7);
        assertThat(count("promises")).isEqualTo(4);
        assertThat(admin.get("/api/v1/session")
                        .json()
                        .path("firm")
                        .path("sample")
                        .asBoolean())
                .isTrue();
        var sample = admin.get("/api/v1/customers?limit=1").json().path("items").get(0);
        assertThat(sample.path("sample").asBoolean()).isTrue();
        assertThat(sample.path("tags").findValuesAsString("label")).containsExactly("示例");
        var nobodys = admin.get("/api/v1/customers/count?filter=owner=null=true");
        assertThat(nobodys.json().path("value").asLong())
                .as("the administrator has most, some wait for an owner")
                .isEqualTo(12);
        var badPhone =
                admin.get("/api/v1/customers/cleanup").json().path("items").get(0);
        assertThat(badPhone.path("check").asString()).isEqualTo("badPhone");
        assertThat(badPhone.path("count").asInt())
                .as("a list to clean up, not one of everybody")
                .isEqualTo(6);
        var own = admin.post(
                "/api/v1/customers",
                Map.of("name", "自己的客户", "referrer", sample.path("id").asString()));
        assertThat(own.status()).as(own.text()).isEqualTo(201);

        var started = admin.delete("/api/v1/firm/sample");
        assertThat(started.status()).isEqualTo(202);
        var ended = ended(started.json());
        assertThat(ended.path("result").path("removed").asInt()).isEqualTo(219);
        assertThat(ended.path("progress").path("done").asInt()).isEqualTo(219);
        var left = admin.get("/api/v1/customers").json().path("items");
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.get(0).path("name").asString()).isEqualTo("自己的客户");
        assertThat(left.get(0).path("referrer").isNull()).isTrue();
        assertThat(admin.get("/api/v1/tags").json().path("items")).isEmpty();
        assertThat(admin.get("/api/v1/session")
                        .json()
                        .path("firm")
                        .path("sample")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void onesOwnContactsStayAndWhatWasWrittenOnSamplesGoes() {
        var page = admin.get("/api/v1/customers?limit=2&sort=name").json().path("items");
        String lived = page.get(0).path("id").asString();
        String tried = page.get(1).path("id").asString();
        var mine = admin.post("/api/v1/contacts", Map.of("name", "自己的人", "customer", lived));
        assertThat(mine.json().path("sample").asBoolean()).isFalse();
        assertThat(admin.post("/api/v1/customers/" + tried + "/comments", Map.of("text", "试试"))
                        .status())
                .isEqualTo(201);
        assertThat(admin.upload("/api/v1/customers/" + tried + "/files", "a.txt", "试试")
                        .status())
                .isEqualTo(201);
        admin.post("/api/v1/activities", Map.of("customer", lived, "kind", "call", "content", "自己的记录"));
        var job = ended(admin.delete("/api/v1/firm/sample").json());
        assertThat(job.path("result").path("removed").asLong()).isEqualTo(218);
        assertThat(count("activities")).isEqualTo(1);
        assertThat(admin.get("/api/v1/customers/" + lived)
                        .json()
                        .path("touches")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/customers/" + lived).json().path("sample").asBoolean())
                .isFalse();
        assertThat(count("customers")).isEqualTo(1);
        assertThat(admin.get("/api/v1/contacts").json().path("items").findValuesAsString("name"))
                .contains("自己的人");
        assertThat(count("contacts")).isEqualTo(1);
        assertThat(left(COMMENT, DSL.noCondition())).isZero();
        assertThat(left(CHANGE, CHANGE.OBJECT.in("customer", "contact", "activity", "lead")))
                .as("of the three that stay")
                .isEqualTo(3);
        assertThat(left(STORED_FILE, STORED_FILE.DELETED_AT.isNull())).isZero();
    }

    @Test
    void aSampleLeadWithATaskOfOnesOwnStays() {
        String begun = admin.get("/api/v1/leads?limit=1&filter=status==new")
                .json()
                .at("/items/0/id")
                .asString();
        var own = Map.of("lead", begun, "subject", "自己的任务", "dueOn", "2031-03-12");
        assertThat(admin.post("/api/v1/tasks", own).status()).isEqualTo(201);
        ended(admin.delete("/api/v1/firm/sample").json());
        assertThat(admin.get("/api/v1/leads/" + begun).json().path("sample").asBoolean())
                .isFalse();
        assertThat(count("leads")).isEqualTo(1);
    }

    @Test
    void aSampleCustomerWithATaskOfOnesOwnStays() {
        String planned =
                admin.get("/api/v1/customers?limit=1").json().at("/items/0/id").asString();
        var own = Map.of("customer", planned, "subject", "自己的任务", "dueOn", "2031-03-12");
        assertThat(admin.post("/api/v1/tasks", own).status()).isEqualTo(201);
        ended(admin.delete("/api/v1/firm/sample").json());
        assertThat(count("tasks")).isEqualTo(1);
        assertThat(admin.get("/api/v1/customers/" + planned)
                        .json()
                        .path("sample")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aSampleCustomerWithAPromiseOfOnesOwnStays() {
        String promised =
                admin.get("/api/v1/customers?limit=1").json().at("/items/0/id").asString();
        var own = Map.of("customer", promised, "subject", "自己的承诺", "dueOn", "2031-03-12");
        assertThat(admin.post("/api/v1/promises", own).status()).isEqualTo(201);
        ended(admin.delete("/api/v1/firm/sample").json());
        assertThat(count("promises")).isEqualTo(1);
        assertThat(admin.get("/api/v1/customers/" + promised)
                        .json()
                        .path("sample")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aNewcomerSeesLeadsInEveryStatusAndOnesOwnStay() {
        for (String status : List.of("new", "following", "qualified", "converted", "invalid")) {
            var some =
                    admin.get("/api/v1/leads?filter=status==" + status).json().path("items");
            assertThat(some).as(status).isNotEmpty();
            for (var lead : some) {
                boolean qualified = lead.path("score").asInt() >= 60;
                assertThat(qualified).as(lead.toString()).isEqualTo(status.matches("qualified|converted"));
            }
        }
        var became = admin.get("/api/v1/leads?filter=status==converted").json().at("/items/0");
        assertThat(became.at("/customer/label").asString())
                .isEqualTo(became.path("name").asString());
        var answered = admin.get("/api/v1/leads/" + became.path("id").asString() + "/qualification");
        assertThat(answered.json().path("score").asInt()).isEqualTo(60);
        var open = admin.get("/api/v1/leads?filter=status==new")
                .json()
                .at("/items/0/id")
                .asString();
        var converted =
                admin.with("If-Match", "\"1\"").post("/api/v1/leads/" + open + "/convert", Map.of("customer", "new"));
        assertThat(converted.status()).as(converted.text()).isEqualTo(200);
        admin.post("/api/v1/leads", Map.of("name", "自己的线索"));
        ended(admin.delete("/api/v1/firm/sample").json());
        assertThat(admin.get("/api/v1/leads").json().path("items").findValuesAsString("name"))
                .containsExactly("自己的线索");
        assertThat(count("customers")).as("what one made of a sample stays").isEqualTo(1);
    }

    @Test
    void theChecklistFollowsWhatWasDone() {
        assertThat(admin.get("/api/v1/firm/checklist").text()).doesNotContain("true");
        var first = admin.post("/api/v1/customers", Map.of("name", "第一家客户")).json();
        admin.post(
                "/api/v1/contacts",
                Map.of("name", "第一人", "customer", first.path("id").asString()));
        firm.person("rep");
        assertThat(admin.get("/api/v1/firm/checklist").text()).doesNotContain("\"tryout\",\"done\":true");
        admin.post(
                "/api/v1/activities",
                Map.of("customer", first.path("id").asString(), "kind", "call", "content", "聊过了"));
        var steps = admin.get("/api/v1/firm/checklist").json().path("items");
        for (var step : steps) {
            boolean expected = step.path("key").asString().matches("people|import|tryout");
            assertThat(step.path("done").asBoolean()).as(step.toString()).isEqualTo(expected);
        }
        assertThat(firm.person("rep").http().get("/api/v1/firm/checklist").status())
                .isEqualTo(403);
    }
}
