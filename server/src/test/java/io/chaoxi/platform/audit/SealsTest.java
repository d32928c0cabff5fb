package io.chaoxi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class SealsTest {
    private static final String OF_FIRM = " where tenant_id = %d and ";
    private static final String THIRD =
            "id = (select id from access_log where tenant_id = %1$d order by id offset 2 limit 1)";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    AccessLog accessLog;

    @Autowired
    Seals seals;

    Firm firm;

    @BeforeEach
    void someLinesInTwoBatches() {
        firm = Firm.found(application);
        for (int batch = 0; batch < 2; batch++) {
            for (int i = 0; i < 5; i++) {
                int line = i;
                firm.administrator().as(() -> accessLog.add("exported", "customer", null, Map.of("rows", line)));
            }
            firm.administrator()
                    .as(() -> seals.seal(OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1)));
        }
    }

    private Chain.@Nullable Broken broken() throws SQLException {
        return AuditVerify.findings(database.owner()).entrySet().stream()
                .filter(one -> one.getKey().endsWith("(" + firm.tenant() + ")"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .broken();
    }

    private int run(DatabaseAccount as, String sql) throws SQLException {
        try (var connection = as.connect();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '" + firm.tenant() + "', false)");
            return statement.executeUpdate(sql.formatted(firm.tenant()));
        }
    }

    private void tamper(String sql) throws SQLException {
        try (var connection = database.superuser().connect();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.formatted(firm.tenant()))).isPositive();
        }
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() throws SQLException {
        assertThat(broken()).isNull();
        assertThat(checked().path("broken").isMissingNode()).isTrue();
        assertThat(checked().path("rows").asLong()).isGreaterThanOrEqualTo(10);
        assertThat(checked().path("head").asString()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            update access_log set detail = '{"rows": 9}'  | linesChanged
            update access_log set address = '127.0.0.2'   | linesChanged
            update access_log set at = at + interval '1 microsecond' | linesChanged
            delete from access_log                        | linesMissingOrAdded
            """)
    void oneLineThatASuperuserTouchedIsFound(String what, String why) throws SQLException {
        tamper(what + OF_FIRM + THIRD);
        var broken = broken();
        assertThat(broken).isNotNull();
        assertThat(broken.number()).isEqualTo(1);
        assertThat(broken.why()).isEqualTo(why);
        assertThat(checked().path("broken").asLong()).isEqualTo(1);
        assertThat(checked().path("why").asString()).isEqualTo(why);
    }

    @Test
    void aLineThatWasSlippedInIsFound() throws SQLException {
        tamper("insert into access_log select tenant_id, overlay(id::text placing case right(id::text, 1) when '0' then"
                + " '1' else '0' end from 36)::uuid, at, by_id, action, object, record_id, detail, address from access_log"
                + OF_FIRM
                + THIRD);
        var broken = broken();
        assertThat(broken).isNotNull();
        assertThat(broken.why()).isEqualTo("linesMissingOrAdded");
    }

    @Test
    void aSealThatIsGoneIsFound() throws SQLException {
        tamper("delete from access_seal" + OF_FIRM + "number = 1");
        var broken = broken();
        assertThat(broken).isNotNull();
        assertThat(broken.why()).isEqualTo("sealMissing");
    }

    @Test
    void whoSealsALineAnewBreaksTheNextBatch() throws SQLException {
        tamper("update access_log set action = 'other'" + OF_FIRM + THIRD);
        tamper("update access_seal set digest = sha256('forged')" + OF_FIRM + "number = 1");
        assertThat(broken()).isNotNull();
    }

    @Test
    void theApplicationAddsAndReadsOnly() {
        for (String table : new String[] {"access_log", "access_seal"}) {
            for (String sql :
                    new String[] {"delete from " + table, "update " + table + " set at = now()", "truncate " + table}) {
                assertThatThrownBy(() -> run(database.app(), sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void notEvenTheOwnerTakesALineAwayBeforeHalfAYear() throws SQLException {
        assertThatThrownBy(() -> run(database.owner(), "delete from access_log" + OF_FIRM + "true"))
                .hasMessageContaining("stay as they are");
        assertThatThrownBy(() -> run(database.owner(), "update access_log set action = ''" + OF_FIRM + "true"))
                .hasMessageContaining("stay as they are");
        tamper("update access_log set at = now() - interval '181 days'" + OF_FIRM + THIRD);
        assertThat(run(database.owner(), "delete from access_log" + OF_FIRM + THIRD))
                .isEqualTo(1);
    }

    @Test
    void whatIsWrittenJustNowIsNotSealedYet() {
        firm.administrator().as(() -> accessLog.add("exported", "customer", null, Map.of()));
        assertThat(firm.administrator()
                        .<Integer>as(() ->
                                seals.seal(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(10))))
                .isZero();
    }

    private JsonNode checked() {
        var http = firm.administrator().http();
        var job = http.post("/api/v1/audit/check", null).json();
        Instant patience = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(patience)) {
            var now = http.get("/api/v1/jobs/" + job.path("id").asString()).json();
            if ("done".equals(now.path("state").asString())) return now.path("result");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("the check did not end");
    }
}
