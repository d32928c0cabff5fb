package io.chaoxi.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A list of what is to be done, out of a spreadsheet. */
@ApplicationTest
class ImportedTasksTest {
    @Autowired
    ApplicationContext application;

    @Test
    void aListOfTasksFindsItsCustomersByName() {
        Firm firm = Firm.found(application);
        var customer = firm.record("customer", Map.of("name", "甲公司"));
        String file = """
                任务,客户,截止日期,时间,类型,优先级,重复,提醒,遇休息日顺延
                回电话,甲公司,2031-03-12,9:30,电话,高,,15,
                每月对账,甲公司,2031-03-31,,,,每月,,是
                自己的事,,2031-03-12,,,,,,
                没有的公司的事,乙公司,2031-03-12,,,,,,
                没有日期,甲公司,,,,,,,
                不知几点,甲公司,2031-03-12,下午,,,,,
                """;
        var admin = Exchange.by(application, firm.administrator());
        var ended = admin.imported(Map.of("object", "task"), "tasks.csv", file.getBytes(UTF_8));
        assertThat(ended.path("result").path("created").asInt())
                .as(ended.toString())
                .isEqualTo(3);
        assertThat(ended.path("result").path("refused").asInt()).isEqualTo(3);
        var block = firm.administrator()
                .http()
                .get("/api/v1/customers/" + customer + "/tasks")
                .json()
                .path("open");
        assertThat(block.size()).isEqualTo(2);
        assertThat(block.at("/0/dueTime").asString()).isEqualTo("09:30");
        assertThat(block.at("/0/priority/id").asString()).isEqualTo("high");
        assertThat(block.at("/0/remindAt").asString()).isEqualTo("2031-03-12T01:15:00Z");
        assertThat(block.at("/1/repeatUnit/id").asString()).isEqualTo("month");
        assertThat(block.at("/1/seriesNumber").asInt()).isEqualTo(1);
        assertThat(block.at("/1/workdaysOnly").asBoolean()).isTrue();
    }
}
