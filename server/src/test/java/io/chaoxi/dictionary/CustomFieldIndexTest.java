package io.chaoxi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class CustomFieldIndexTest {
    private static final String FIELDS = "/api/v1/custom-fields/customer";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private String field(String key, String type) {
        var added = admin.post(FIELDS, Map.of("key", key, "type", type, "label", key));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().path("id").asString();
    }

    private void customer(String name, String key, Object value) {
        var made = admin.post("/api/v1/customers", Map.of("name", name, "custom", Map.of(key, value)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private void index(String id) {
        var job = admin.post(FIELDS + "/" + id + "/index", null);
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        String path = "/api/v1/jobs/" + job.json().path("id").asString();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            String state = admin.get(path).json().path("state").asString();
            assertThat(state).isNotEqualTo("failed");
            return "done".equals(state);
        });
    }

    private List<String> names(String query) {
        return admin.get("/api/v1/customers?" + query).json().path("items").values().stream()
                .map(row -> row.path("name").asString())
                .toList();
    }

    @Test
    void numbersTextsAndDaysAreFoundThroughTheirIndexWhenItIsFilled() {
        String number = field("score", "number");
        String text = field("nick", "text");
        String day = field("day", "date");
        customer("旧一", "score", 1.25);
        customer("旧二", "score", -3);
        customer("旧三", "nick", "b");
        customer("旧四", "day", "2026-03-01");
        var job = admin.post(FIELDS + "/" + number + "/index", null);
        assertThat(job.status()).as(job.text()).isEqualTo(202);
        customer("新一", "score", 7);
        index(number);
        index(text);
        index(day);
        customer("新二", "nick", "a");
        customer("新三", "day", "1969-12-31");
        assertThat(admin.get(FIELDS)
                        .json()
                        .path("items")
                        .path(0)
                        .path("indexed")
                        .asBoolean())
                .isTrue();
        assertThat(names("filter=custom.score=ge=1.25&sort=-custom.score")).containsExactly("新一", "旧一");
        assertThat(names("filter=custom.score=lt=0")).containsExactly("旧二");
        assertThat(names("filter=custom.nick=null=false&sort=custom.nick")).containsExactly("新二", "旧三");
        assertThat(names("filter=custom.nick=like=B")).containsExactly("旧三");
        assertThat(names("filter=custom.day=lt=2026-01-01")).containsExactly("新三");
        assertThat(names("filter=custom.day==2026-03-01")).containsExactly("旧四");
        assertThat(admin.post(FIELDS + "/" + text + "/index", null).code()).isEqualTo("alreadyIndexed");
    }

    @Test
    void anIndustryIsFoundByItsSectionThroughItsIndex() {
        String industry = field("downstream", "industry");
        customer("旧", "downstream", "C35");
        index(industry);
        customer("新", "downstream", "C17");
        customer("别的", "downstream", "A01");
        assertThat(names("filter=custom.downstream==C&sort=-custom.downstream")).containsExactly("旧", "新");
    }

    @Test
    void aFreedSlotTellsNothingOfTheFieldThatHadIt() {
        String first = field("first", "number");
        customer("甲", "first", 5);
        index(first);
        assertThat(admin.delete(FIELDS + "/" + first).status()).isEqualTo(204);
        String second = field("second", "number");
        customer("乙", "second", 9);
        index(second);
        assertThat(names("filter=custom.second=gt=0")).containsExactly("乙");
        assertThat(names("filter=custom.second=null=true")).containsExactly("甲");
    }

    @Test
    void fourIndexesOfAKindAndNoMore() {
        for (int i = 1; i <= 4; i++) {
            assertThat(admin.post(FIELDS + "/" + field("n" + i, "number") + "/index", null)
                            .status())
                    .isEqualTo(202);
        }
        String fifth = field("n5", "number");
        assertThat(admin.post(FIELDS + "/" + fifth + "/index", null).code()).isEqualTo("noIndexSlot");
        assertThat(admin.post(FIELDS + "/" + field("note", "longText") + "/index", null)
                        .code())
                .isEqualTo("notIndexable");
        assertThat(firm.person("manager")
                        .http()
                        .post(FIELDS + "/" + fifth + "/index", null)
                        .status())
                .isEqualTo(403);
    }
}
