package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The planner knows of a firm's rows when their import has ended, not only when PostgreSQL looks by itself. */
@ApplicationTest
class ImportStatisticsTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Test
    void aFirmIsKnownAfterItsFirstImport() throws SQLException {
        Firm firm = Firm.found(application);
        assertThat(commonFirms("customer")).doesNotContain(String.valueOf(firm.tenant()));
        String rows = IntStream.range(0, 300)
                .mapToObj(number -> "统计一家" + number)
                .collect(Collectors.joining("\n", "客户名称\n", "\n"));
        var job = Exchange.by(application, firm.administrator())
                .imported(Map.of("object", "customer"), "a.csv", rows.getBytes(StandardCharsets.UTF_8));
        assertThat(job.path("result").path("created").asInt()).isEqualTo(300);
        assertThat(commonFirms("customer")).contains(String.valueOf(firm.tenant()));
        assertThat(commonFirms("change")).contains(String.valueOf(firm.tenant()));
    }

    private String commonFirms(String table) throws SQLException {
        try (var connection = database.superuser().connect();
                var query = connection.prepareStatement(
                        "select most_common_vals::text from pg_stats where tablename = ? and attname = 'tenant_id'")) {
            query.setString(1, table);
            try (var found = query.executeQuery()) {
                return found.next() ? String.valueOf(found.getString(1)) : "";
            }
        }
    }
}
