package io.chaoxi.platform.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.Ids;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class HistoryOfJobTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    HistorySql history;

    @Test
    void whatAJobWroteIsCountedUpToABoundAndOnlyItsOwn() {
        UUID job = Ids.next();
        Firm.found(application)
                .administrator()
                .as(() -> inTransaction(() -> {
                    var lines = IntStream.range(0, 7)
                            .mapToObj(i -> new HistorySql.Line(Ids.next(), "bulk", List.of()))
                            .toList();
                    history.add("customer", lines, job);
                    history.add("customer", lines, Ids.next());
                    assertThat(history.countOfJob(job, 100)).isEqualTo(7);
                    assertThat(history.countOfJob(job, 5)).isEqualTo(5);
                    return job;
                }));
        Firm.found(application)
                .administrator()
                .as(() -> inTransaction(() -> {
                    assertThat(history.countOfJob(job, 100)).as("another firm").isZero();
                    return job;
                }));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .execute(status -> work.get());
    }
}
