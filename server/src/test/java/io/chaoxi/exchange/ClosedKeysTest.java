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
import tools.jackson.databind.JsonNode;

/** Importing is no way to find out or use a number that one sees masked. */
@ApplicationTest
class ClosedKeysTest {
    private static final String NUMBER = "13800000001";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Exchange clerk;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        var customer = firm.record("customer", Map.of("name", "号码在这里", "phone", "+86" + NUMBER));
        firm.record("contact", Map.of("name", "王建国", "customer", customer, "phone", "+86" + NUMBER));
        var actions = List.of("read", "create", "update", "import");
        var permissions = List.of("customer", "contact").stream()
                .flatMap(object -> actions.stream().map(action -> object + "." + action))
                .toList();
        var made = firm.administrator()
                .http()
                .post(
                        "/api/v1/roles",
                        Map.of(
                                "name",
                                "录入",
                                "permissions",
                                permissions,
                                "scopes",
                                Map.of("customer", "all", "contact", "all"),
                                "fields",
                                Map.of(
                                        "customer", Map.of("phone", "masked"),
                                        "contact", Map.of("phone", "masked"))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        clerk = Exchange.by(application, firm.person("录入"));
    }

    private JsonNode imported(String object, String policy, String csv, boolean dry) {
        return clerk.imported(
                Map.of("object", object, "duplicates", policy, "dryRun", String.valueOf(dry)),
                "a.csv",
                csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rowsThatCannotBeWrittenTellNothingOfIt() {
        String nameless = "客户名称,电话\n," + NUMBER + "\n,13900000002\n";
        var job = imported("customer", "refuse", nameless, false);
        var rows =
                firm.administrator().http().get("/api/v1/jobs/" + job.path("id").asString() + "/rows");
        assertThat(rows.text()).doesNotContain("duplicate").doesNotContain("已经有");
        String whole = "客户名称,电话\n新的," + NUMBER + "\n";
        var dry = imported("customer", "skip", whole, true);
        assertThat(dry.path("result").path("skipped").asInt())
                .as(dry.toString())
                .isZero();
        var written = imported("customer", "skip", whole, false);
        assertThat(written.path("result").path("skipped").asInt()).isEqualTo(1);
    }

    @Test
    void aRowThatIsThereByItsNameTellsOfNoNumber() {
        firm.record("customer", Map.of("name", "早就有"));
        String csv = "客户名称,电话\n早就有," + NUMBER + "\n早就有,13900000002\n";
        for (String policy : List.of("refuse", "update")) {
            var job = imported("customer", policy, csv, false);
            var rows = clerk.get("/api/v1/jobs/" + job.path("id").asString() + "/rows?state=refused")
                    .json()
                    .path("items");
            assertThat(rows.size()).as(policy + rows).isEqualTo(policy.equals("refuse") ? 2 : 0);
            assertThat(rows.findValuesAsString("message").stream().distinct().count())
                    .isLessThan(2);
        }
    }

    @Test
    void aContactIsNotChangedByANumberThatOneMayNotRead() {
        String csv = "姓名,所属客户,手机,备注\n谁,号码在这里," + NUMBER + ",号码是 1\n";
        var job = imported("contact", "update", csv, false);
        assertThat(job.path("result").path("updated").asInt())
                .as(job.toString())
                .isZero();
        assertThat(job.path("result").path("refused").asInt())
                .as(job.toString())
                .isEqualTo(1);
    }

    @Test
    void aCustomerThatIsTheSameByNameAndByNumberIsOne() {
        var job = imported("customer", "update", "客户名称,电话,简称\n号码在这里," + NUMBER + ",简\n", false);
        assertThat(job.path("result").path("updated").asInt())
                .as(job.toString())
                .isEqualTo(1);
    }
}
