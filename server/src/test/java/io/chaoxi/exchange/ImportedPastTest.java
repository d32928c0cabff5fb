package io.chaoxi.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What was done before the firm came to us: rows of an earlier program become activities of its customers. */
@ApplicationTest
class ImportedPastTest {
    @Autowired
    ApplicationContext application;

    @Test
    void aPastIsImportedAndEachCustomerKnowsOfIt() {
        Firm firm = Firm.found(application);
        var customer = firm.record("customer", Map.of("name", "甲公司"));
        String file = """
                客户,方式,时间,说了什么,结果,下次跟进
                甲公司,拜访,2024-03-12,看了样机,,
                甲公司,电话,2024-03-05 14:30,问了价格,有需求,2024-03-12
                没有的公司,电话,2024-03-12,打错了,,
                甲公司,电话,2024-03-13,,,
                甲公司,电话,2031-01-01,还没打,,
                甲公司,电话,1900-01-01,空的日期,,
                甲公司,喊话,2024-03-14,不知道怎么说的,,
                """;
        var admin = Exchange.by(application, firm.administrator());
        var ended = admin.imported(Map.of("object", "activity"), "past.csv", file.getBytes(UTF_8));
        assertThat(ended.path("result").path("created").asInt())
                .as(ended.toString())
                .isEqualTo(2);
        assertThat(ended.path("result").path("refused").asInt()).isEqualTo(5);
        var touched =
                firm.administrator().http().get("/api/v1/customers/" + customer).json();
        assertThat(touched.path("touches").asInt()).isEqualTo(2);
        assertThat(touched.path("lastTouchAt").asString()).isEqualTo("2024-03-11T16:00:00Z");
        assertThat(touched.path("nextFollowUp").isNull()).isTrue();
        var past = firm.administrator().http().get("/api/v1/customers/" + customer + "/timeline?types=activity");
        assertThat(past.json().at("/items/1/at").asString()).isEqualTo("2024-03-05T06:30:00Z");
    }
}
