package io.chaoxi.pool;

import static chaoxi.tables.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changed the pools cannot keep their records from being sorted. */
class SortingOwedTest extends PooledFirm {
    @Autowired
    Catalogues catalogues;

    @Autowired
    RecordWriting writing;

    @Autowired
    Jobs jobs;

    @Autowired
    DSLContext database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void nobodyStopsTheSortingThatFollowsFromAPoolThatIsGone() {
        UUID one = ownerless("上海甲", "310000");
        assertThat(poolOf(one)).isEqualTo(shanghai);
        settled();
        firm.administrator()
                .as(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    writing.delete(catalogues.of("pool"), shanghai, Writing.BY_HAND);
                    UUID sorting = database.select(JOB.ID)
                            .from(JOB)
                            .where(JOB.KIND.eq(SortingJob.KIND))
                            .orderBy(JOB.ID.desc())
                            .limit(1)
                            .fetchSingle(JOB.ID);
                    assertThat(jobs.get(sorting).cancellable()).isFalse();
                    assertThatThrownBy(() -> jobs.cancel(sorting))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refusal -> assertThat(refusal.code()).isEqualTo("jobOwed"));
                }));
        settled();
        assertThat(poolOf(one)).isEqualTo(standard);
    }
}
