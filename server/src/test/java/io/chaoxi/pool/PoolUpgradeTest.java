package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import io.chaoxi.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** Firms from before there were pools get their default pool with whoever has no owner, open to nobody new. */
@ApplicationTest(ownDatabase = true)
class PoolUpgradeTest {
    private static final String BEFORE = """
            alter table customer drop constraint customer_owned_or_pooled;
            drop index customer_pool, customer_pooled;
            """;
    private static final List<String> MIGRATIONS =
            List.of("V202611241301__default_pools.sql", "V202611241302__everyone_in_one_pool.sql");

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Test
    void whoeverHasNoOwnerIsInTheDefaultPoolAfterwards() throws Exception {
        Firm firm = Firm.found(application);
        Firm second = Firm.found(application);
        SignedIn rep = firm.person("rep");
        UUID one = ownerless(firm, "从前无主");
        UUID other = ownerless(second, "别家无主");
        UUID owned = firm.record("customer", Map.of("name", "有主", "owner", rep.id()));

        asOwner(BEFORE);
        database.arrange("update customer set pool_id = null, pooled_at = null", "delete from pool");
        for (String migration : MIGRATIONS) {
            asOwner(new ClassPathResource("db/migration/pool/" + migration).getContentAsString(StandardCharsets.UTF_8));
        }

        assertThat(database.count("pool where standard and not everyone")).isEqualTo(2);
        String mine = "customer c join pool p on p.tenant_id = c.tenant_id and p.id = c.pool_id and p.standard"
                + " where c.pooled_at = c.changed_at and c.id in ('" + one + "', '" + other + "')";
        assertThat(database.count(mine)).isEqualTo(2);
        assertThat(database.count("customer where pool_id is null and id = '" + owned + "'"))
                .isEqualTo(1);
        String list = "/api/v1/my-pools/customer";
        assertThat(rep.http().get(list).json().path("items").isEmpty()).isTrue();
        assertThat(firm.administrator().http().get(list).json().path("items").size())
                .isEqualTo(1);
    }

    private static UUID ownerless(Firm firm, String name) {
        var values = new HashMap<String, Object>(Map.of("name", name));
        values.put("owner", null);
        return firm.record("customer", values);
    }

    private void asOwner(String statements) throws SQLException {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
