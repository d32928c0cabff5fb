package io.chaoxi.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chaoxi.platform.Labels;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** How jobs end whose runs break off, each run begun as the scheduler would. */
@ApplicationTest
class JobEndsTest {
    private static final String KIND = "removeSample";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http http;
    UUID job;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        http = firm.administrator().http();
        job = new KilledRuns(application, firm.administrator().actor(), 1, 1).job(KIND, null, Map.of());
    }

    private static RuntimeException outage() {
        return new DataAccessResourceFailureException("the database is away");
    }

    private static RuntimeException fault() {
        return new IllegalStateException("a fault of the job");
    }

    /** Work that breaks off as said, run by run, and then is done. */
    private final class Work implements JobKind {
        private final Deque<RuntimeException> ends;
        private final boolean doneBefore;
        private int runs;

        Work(boolean doneBefore, RuntimeException... ends) {
            this.doneBefore = doneBefore;
            this.ends = new ArrayDeque<>(List.of(ends));
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, Object> run(JobRun run) {
            runs++;
            Map<String, Object> result = Map.of("removed", runs);
            if (ends.isEmpty() || doneBefore) run.step(() -> run.finished(result));
            if (!ends.isEmpty()) throw ends.removeFirst();
            return result;
        }

        /** One run after the other, as long as they break off. */
        void untilItEnds() {
            while (breaksOff()) assertThat(runs).isLessThan(50);
        }

        boolean breaksOff() {
            try {
                runOnce(this);
                return false;
            } catch (RuntimeException again) {
                return true;
            }
        }
    }

    private void runOnce(JobKind kind) {
        var kinds = new StaticListableBeanFactory(Map.of(KIND, kind)).getBeanProvider(JobKind.class);
        var sql = application.getBean(JobSql.class);
        var scheduler = application.getBeanProvider(SchedulerClient.class);
        var jobs = new Jobs(
                sql,
                application.getBean(JobRowSql.class),
                scheduler,
                kinds,
                application.getBean(Labels.class),
                application.getBean(Clock.class));
        var makers = application.getBean(Makers.class);
        var transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        UUID person = firm.administrator().id();
        var book = new JobBook(firm.tenant(), person, job, jobs, sql, transaction, application);
        var turns = application.getBean(JobTurns.class);
        var maker = makers.of(firm.tenant(), person, job);
        JobTasks.work(jobs, book, new JobRun(maker, job, sql, makers, transaction, turns), turns);
    }

    private JsonNode told() {
        return http.get("/api/v1/jobs/" + job).json();
    }

    @Test
    void theDatabaseBeingAwayUsesUpNoTry() {
        var work = new Work(false, outage(), outage(), outage(), fault(), outage(), outage(), fault(), outage());
        work.untilItEnds();
        assertThat(told().path("state").asString()).isEqualTo("done");
        assertThat(work.runs).isEqualTo(9);
    }

    @Test
    void theThirdFaultOfItsOwnEndsIt() {
        var work = new Work(false, fault(), outage(), fault(), outage(), fault(), fault());
        work.untilItEnds();
        assertThat(told().path("state").asString()).isEqualTo("failed");
        assertThat(told().path("problem").path("code").asString()).isEqualTo("jobFailed");
        assertThat(work.runs).isEqualTo(5);
    }

    @Test
    void workThatIsDoneEndsAsDoneThoughItWasCancelledBeforeThatCouldBeTold() {
        var work = new Work(true, outage());
        assertThat(work.breaksOff()).isTrue();
        assertThat(told().path("state").asString()).isEqualTo("running");
        assertThat(http.post("/api/v1/jobs/" + job + "/cancel", Map.of()).status())
                .isLessThan(300);
        work.untilItEnds();
        assertThat(told().path("state").asString()).isEqualTo("done");
        assertThat(told().path("result").path("removed").asInt()).isEqualTo(1);
        assertThat(work.runs).as("nothing is done twice").isEqualTo(1);
    }

    @Test
    void workThatIsNotDoneEndsAsCancelled() {
        var work = new Work(false, outage());
        assertThat(work.breaksOff()).isTrue();
        http.post("/api/v1/jobs/" + job + "/cancel", Map.of());
        work.untilItEnds();
        assertThat(told().path("state").asString()).isEqualTo("cancelled");
    }
}
