package io.chaoxi.pool;

import static chaoxi.tables.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.util.Map;
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
        UUID sorting = firm.administrator()
                .as(() -> new TransactionTemplate(transactions).execute(status -> {
                    writing.delete(catalogues.of("pool"), shanghai, Writing.BY_HAND);
                    UUID job = database.select(JOB.ID)
                            .from(JOB)
                            .where(JOB.KIND.eq(SortingJob.KIND))
                            .orderBy(JOB.ID.desc())
                            .limit(1)
                            .fetchSingle(JOB.ID);
                    assertThat(jobs.get(job).cancellable()).isFalse();
                    return job;
                }));
        var asked = admin.post("/api/v1/jobs/" + sorting + "/cancel", Map.of());
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.code()).isIn("jobOwed", "jobEnded");
        settled();
        assertThat(poolOf(one)).isEqualTo(standard);
    }
}
