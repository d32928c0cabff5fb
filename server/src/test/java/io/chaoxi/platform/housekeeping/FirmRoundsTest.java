package io.chaoxi.platform.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.tenant.TenantTransactions;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class FirmRoundsTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    FirmRounds rounds;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    private String setting(String name) {
        return Objects.requireNonNull(
                        database.select(DSL.function("current_setting", SQLDataType.VARCHAR, DSL.val(name)))
                                .fetchOne())
                .value1();
    }

    private String within(long tenant, TransactionTemplate transaction, String name) {
        return Acting.as(
                Actor.system(tenant, ZoneOffset.UTC),
                () -> Objects.requireNonNull(transaction.execute(status -> setting(name))));
    }

    @Test
    void aStatementOfARoundHasTimeAndOneAfterItNoMoreThanEver() {
        Firm firm = Firm.found(application);
        var transaction = new TransactionTemplate(transactions);
        List<String> times = new ArrayList<>();
        rounds.each("test", tenant -> times.add(within(tenant, transaction, "statement_timeout")));
        assertThat(times).isNotEmpty().containsOnly("1min");
        assertThat(within(firm.tenant(), transaction, "statement_timeout")).isEqualTo("5s");
    }

    @Test
    void aFirmWhoseRoundFailsKeepsNoOtherFromIt() {
        Firm first = Firm.found(application);
        Firm second = Firm.found(application);
        List<Long> reached = new ArrayList<>();
        rounds.each("test", tenant -> {
            if (tenant == first.tenant()) throw new IllegalStateException("of the test");
            reached.add(tenant);
        });
        assertThat(reached).contains(second.tenant()).doesNotContain(first.tenant());
    }

    @Test
    void plansAreKeptOnlyInTransactionsThatSaySo() {
        Firm firm = Firm.found(application);
        var keeping = new DefaultTransactionAttribute();
        keeping.setLabels(List.of(TenantTransactions.KEEPS_PLANS));
        var plain = new TransactionTemplate(transactions);
        // TransactionTemplate copies the definition without its labels; the manager is asked as @Transactional asks it.
        String kept = Acting.as(Actor.system(firm.tenant(), ZoneOffset.UTC), () -> {
            var status = transactions.getTransaction(keeping);
            try {
                return setting("plan_cache_mode");
            } finally {
                transactions.rollback(status);
            }
        });
        assertThat(kept).isEqualTo("auto");
        assertThat(within(firm.tenant(), plain, "plan_cache_mode")).isEqualTo("force_custom_plan");
    }
}
