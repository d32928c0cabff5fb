package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class CustomerQualityTest {
    @Autowired
    ApplicationContext application;

    @Test
    void eachCheckCountsWhatItsFilterLists() {
        Firm firm = Firm.found(application);
        firm.record("customer", Map.of("name", "只有名字"));
        firm.record("customer", Map.of("name", "有电话", "phone", "+8613812345678"));
        firm.record("customer", Map.of("name", "号码不对", "phone", "+86138001380001"));
        var admin = firm.administrator().http();
        var items = admin.get("/api/v1/customers/cleanup").json().path("items");
        assertThat(items.valueStream().map(item -> item.path("check").asString()))
                .containsExactly("badPhone", "incomplete", "noOwner", "stale");
        for (var item : items) {
            String filter = URLEncoder.encode(item.path("filter").asString(), StandardCharsets.UTF_8);
            var listed = admin.get("/api/v1/customers?filter=" + filter).json().path("items");
            assertThat(item.path("count").asInt())
                    .as(item.path("check").asString())
                    .isEqualTo(listed.size());
        }
        assertThat(items.get(0).path("count").asInt())
                .as("none, and one of twelve digits")
                .isEqualTo(2);
    }

    @Test
    void theFirmSaysFromWhereOnACustomerIsToBeCleanedUp() {
        Firm firm = Firm.found(application);
        firm.record("customer", Map.of("name", "只有名字"));
        var admin = firm.administrator().http();
        assertThat(admin.patch("/api/v1/firm/limits", 1, Map.of("completePercent", 1, "unchangedDays", 7))
                        .status())
                .isEqualTo(200);
        var items = admin.get("/api/v1/customers/cleanup").json().path("items");
        assertThat(items.findValuesAsString("label")).contains("资料不到 1%", "7 天没有更新");
        assertThat(items.findValuesAsString("filter")).contains("completeness=lt=1", "changedAt=lt=@today-7d");
        assertThat(items.get(1).path("count").asInt()).isZero();
        assertThat(admin.patch("/api/v1/firm/limits", 2, Map.of("completePercent", 101))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aCheckOnAFieldThatIsHiddenIsLeftOutAndTheOthersStay() {
        Firm firm = Firm.found(application);
        var role = Map.of(
                "name", "看电话",
                "permissions", List.of("customer.read"),
                "fields", Map.of("customer", Map.of("phone", "read", "phoneDoubtful", "hidden")));
        assertThat(firm.administrator().http().post("/api/v1/roles", role).status())
                .isEqualTo(201);
        var cleanup = firm.person("看电话").http().get("/api/v1/customers/cleanup");
        assertThat(cleanup.status()).as(cleanup.text()).isEqualTo(200);
        assertThat(cleanup.json().path("items").findValuesAsString("check"))
                .containsExactly("incomplete", "noOwner", "stale");
    }

    @Test
    void whoSeesPhonesMaskedIsNotToldWhichAreMissing() {
        Firm firm = Firm.found(application);
        var checks = firm.person("rep")
                .http()
                .get("/api/v1/customers/cleanup")
                .json()
                .path("items");
        assertThat(checks.valueStream().map(item -> item.path("check").asString()))
                .doesNotContain("badPhone");
    }

    @Test
    void aCustomerSaysWhatIsMissing() {
        Firm firm = Firm.found(application);
        SignedIn rep = firm.person("rep");
        UUID customer = firm.record("customer", Map.of("name", "半份资料", "region", "440305", "owner", rep.id()));
        var answer = rep.http()
                .get("/api/v1/customers/" + customer + "/completeness")
                .json();
        assertThat(answer.path("score").asInt()).isEqualTo(25);
        assertThat(answer.path("missing")
                        .valueStream()
                        .map(item -> item.path("field").asString()))
                .contains("creditCode", "phone")
                .doesNotContain("name", "region", "owner");
        assertThat(firm.person("rep")
                        .http()
                        .get("/api/v1/customers/" + customer + "/completeness")
                        .status())
                .isEqualTo(404);
    }
}
