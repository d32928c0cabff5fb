package io.chaoxi.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A run that was taken for dead and comes back: it does nothing more, and what it was doing has not been done. */
@ApplicationTest
class JobTurnsTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    JobTurns turns;

    @Autowired
    JobSql sql;

    private Firm firm;
    private UUID job;
    private TransactionTemplate transaction;

    @BeforeEach
    void order() {
        firm = Firm.found(application);
        transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        job = new KilledRuns(application, firm.administrator().actor(), 1, 1).job("bulk", null, Map.of());
    }

    private JobRun taken() {
        var makers = application.getBean(Makers.class);
        var maker = makers.of(firm.tenant(), firm.administrator().id(), job);
        var run = new JobRun(maker, job, sql, makers, transaction, turns);
        run.begins(asProgram(() -> turns.begin(job)));
        asProgram(() -> turns.clear(job));
        return run;
    }

    private <T> T asProgram(Supplier<T> work) {
        return Acting.as(firm.administrator().actor(), () -> transaction.execute(status -> work.get()));
    }

    private long done() {
        return asProgram(() -> sql.done(job));
    }

    @Test
    void aRunThatWasTakenOverDoesNoFurtherStep() {
        var former = taken();
        former.step(() -> former.reached(1, 10L, null));
        var now = taken();
        assertThatThrownBy(() -> former.step(() -> former.reached(2, 10L, null)))
                .isInstanceOf(JobTurns.Over.class);
        assertThat(done()).isEqualTo(1);
        now.step(() -> now.reached(5, 10L, null));
        assertThat(done()).isEqualTo(5);
        assertThat(now.draft("export")).isNotEqualTo(former.draft("export"));
    }

    @Test
    void aStepThatHangsLetsGoOfEverythingAndIsNotDone() throws Exception {
        var former = taken();
        var within = new CountDownLatch(1);
        var awake = new CountDownLatch(1);
        var step = CompletableFuture.runAsync(() -> former.step(() -> {
            former.reached(7, 10L, null);
            within.countDown();
            await(awake);
        }));
        within.await();
        var now = taken();
        now.step(() -> now.reached(3, 10L, null));
        awake.countDown();
        assertThat(step.handle((nothing, failure) -> failure).join()).isNotNull();
        assertThat(done()).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
