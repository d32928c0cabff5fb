package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** Firms from before there were pools of leads get their default one with the open leads of nobody, closed to others. */
@ApplicationTest(ownDatabase = true)
class LeadPoolUpgradeTest {
    private static final String BEFORE = """
            alter table lead drop constraint lead_owned_or_pooled, drop constraint lead_returns_from_owner;
            drop index lead_pool, lead_pooled, lead_return, lead_warn, lead_owner_return;
            """;
    private static final List<String> MIGRATIONS =
            List.of("V202611241911__default_pools_of_leads.sql", "V202611241912__every_open_lead_in_one_pool.sql");

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Test
    void openLeadsOfNobodyAreInTheDefaultPoolAfterwardsAndTouchesCountByKind() throws Exception {
        Firm firm = Firm.found(application);
        Firm second = Firm.found(application);
        UUID one = ownerless(firm, "从前无主");
        UUID other = ownerless(second, "别家无主");
        UUID invalid = ownerless(firm, "无效的");
        UUID owned = firm.record("lead", Map.of("name", "有主"));
        var at = Instant.parse("2026-01-05T02:03:04.567Z");
        firm.record("activity", Map.of("lead", owned, "kind", "call", "content", "打过了", "at", at));

        asOwner(BEFORE);
        database.arrange(
                "update lead set pool_id = null, pooled_at = null, touch_kinds = '{}'",
                "update lead set status = 'invalid', invalid_reason = 'noNeed' where id = '" + invalid + "'",
                "delete from pool where object = 'lead'");
        for (String migration : MIGRATIONS) {
            asOwner(new ClassPathResource("db/migration/pool/" + migration).getContentAsString(StandardCharsets.UTF_8));
        }

        assertThat(database.count("pool where object = 'lead' and standard and not everyone"))
                .isEqualTo(2);
        String mine = "lead l join pool p on p.tenant_id = l.tenant_id and p.id = l.pool_id and p.standard"
                + " and p.object = 'lead' where l.pooled_at = l.changed_at and l.id in ('" + one + "', '" + other
                + "')";
        assertThat(database.count(mine)).isEqualTo(2);
        assertThat(database.count("lead where pool_id is null and id in ('" + owned + "', '" + invalid + "')"))
                .isEqualTo(2);
        String touched = "lead where touch_kinds = '{\"call\": " + at.toEpochMilli() + "}' and id = '" + owned + "'";
        assertThat(database.count(touched)).isEqualTo(1);
    }

    private static UUID ownerless(Firm firm, String name) {
        var values = new HashMap<String, Object>(Map.of("name", name));
        values.put("owner", null);
        return firm.record("lead", values);
    }

    private void asOwner(String statements) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
