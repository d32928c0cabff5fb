package io.chaoxi.cadence;

import static chaoxi.tables.Tables.CADENCE_TURN;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Which tasks rhythms make, and what becomes of them. */
class CadenceTasksTest extends RhythmicFirm {

    @Test
    void aTaskAppearsDaysBeforeItIsDueAndOnADayOfWork() {
        UUID customer = customer("恒锐精密", wang);
        cadence("满意度回访", 3, "month", Map.of("leadDays", 5, "goal", "问问用得怎么样"));
        pass(85);
        run();
        assertThat(tasks()).isEmpty();
        pass(2);
        run();
        var task = only(customer);
        assertThat(task.subject()).isEqualTo("满意度回访：恒锐精密");
        assertThat(task.owner()).isEqualTo(wang.id());
        assertThat(task.due()).isEqualTo(LocalDate.of(2026, 6, 2));
        finish(task.id());
        pass(1);
        run();
        assertThat(open(customer)).as("the next one comes in its time").isEmpty();
    }

    @Test
    void aDueDayOnAWeekendMovesBehindIt() {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 5, "day", Map.of());
        pass(6);
        run();
        assertThat(open(customer)).as("Sunday").isEmpty();
        pass(1);
        run();
        assertThat(only(customer).due()).isEqualTo(FIRST.plusDays(7));
    }

    @Test
    void aMonthWithoutTheProgramMakesOneTaskThatIsDueNow() {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 1, "week", Map.of());
        pass(31);
        run();
        run();
        assertThat(only(customer).due()).isEqualTo(today());
        pass(-20);
        run();
        pass(60);
        run();
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void whoeverLogsItHasDoneIt() {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 1, "month", Map.of("leadDays", 7));
        pass(28);
        run();
        var task = only(customer);
        touch(customer, "visit");
        assertThat(only(customer)).as("another kind").isEqualTo(task);
        touch(customer, "call");
        var done = tasks().getFirst();
        assertThat(done.status()).isEqualTo("done");
        assertThat(done.doneBy()).isEqualTo(admin.id());
        assertThat(done.words()).contains("2026-03-30");
        pass(20);
        run();
        assertThat(open(customer)).as("the rhythm began anew with the call").isEmpty();
        pass(5);
        run();
        assertThat(only(customer).due()).isEqualTo(LocalDate.of(2026, 4, 30));
    }

    @Test
    void aCallInBetweenRestartsItOnlyWhereTheRuleSaysSo() {
        UUID one = customer("恒锐精密", wang);
        cadence("甲", 20, "day", Map.of("condition", "grade==high"));
        cadence("乙", 20, "day", Map.of("condition", "grade==low", "restarts", false));
        UUID two = customer("华东轴承", wang);
        write(one, "grade", "high");
        write(two, "grade", "low");
        pass(9);
        touch(one, "call");
        touch(two, "call");
        pass(12);
        run();
        assertThat(open(one)).isEmpty();
        assertThat(open(two)).hasSize(1);
    }

    @Test
    void aTaskGoesWithTheCustomerToItsNextOwnerUnlessSomebodyWasAppointedOrGaveItAway() {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 1, "week", Map.of());
        cadence("拜访", 1, "week", Map.of("kind", "visit", "person", admin.id()));
        pass(7);
        run();
        write(customer, "owner", li.id());
        assertThat(open(customer)).extracting(Found::owner).containsExactlyInAnyOrder(li.id(), admin.id());
        UUID his = open(customer).stream()
                .filter(task -> task.owner().equals(li.id()))
                .findFirst()
                .orElseThrow()
                .id();
        writeTask(his, Map.of("owner", admin.id()));
        write(customer, "owner", wang.id());
        assertThat(open(customer)).extracting(Found::owner).containsOnly(admin.id());
    }

    @Test
    void whoFallsOutLosesTheTaskThatNobodyTouched() {
        UUID one = customer("恒锐精密", wang);
        UUID two = customer("华东轴承", wang);
        UUID three = customer("苏南阀门", wang);
        List.of(one, two, three).forEach(customer -> write(customer, "grade", "high"));
        UUID rule = cadence("回访", 1, "week", Map.of("condition", "grade==high"));
        pass(7);
        run();
        writeTask(only(two).id(), Map.of("goal", "问问新设备"));
        write(one, "grade", "low");
        write(two, "grade", "low");
        write(three, "owner", null);
        assertThat(open(two)).as("somebody has written on it").hasSize(1);
        assertThat(tasks().stream().filter(task -> task.status().equals("cancelled")))
                .extracting(Found::words)
                .containsExactlyInAnyOrder("客户不再符合“回访”的条件", "客户已没有负责人，或已删除");
        write(two, "grade", "high");
        assertThat(open(two)).as("it is there already").hasSize(1);
        pass(30);
        run();
        assertThat(open(one)).isEmpty();
        assertThat(open(three)).isEmpty();
        change(rule, body("回访", 1, "week", Map.of("active", false)));
        assertThat(turns()).isZero();
    }

    private int turns() {
        return asProgram(() -> database.fetchCount(CADENCE_TURN));
    }

    @Test
    void aRuleThatIsDeletedEndsWhatItBegan() {
        UUID customer = customer("恒锐精密", wang);
        UUID rule = cadence("回访", 1, "week", Map.of());
        pass(7);
        run();
        assertThat(open(customer)).hasSize(1);
        admin.as(() -> cadences.delete(rule));
        walkAll();
        assertThat(open(customer)).isEmpty();
        assertThat(tasks().getFirst().words()).isEqualTo("“回访”已停用");
        assertThat(turns()).isZero();
    }

    @Test
    void anotherPeriodMovesWhatIsYetToCome() {
        UUID customer = customer("恒锐精密", wang);
        UUID rule = cadence("回访", 6, "month", Map.of());
        pass(10);
        change(rule, body("回访", 1, "week", Map.of()));
        assertThat(only(customer).due()).as("long ago by the new rule, so now").isEqualTo(today());
    }

    @Test
    void ofTwoRoundsAtOnceEachTaskComesOnce() throws Exception {
        for (int i = 0; i < 30; i++) customer("客户" + i, i % 2 == 0 ? wang : li);
        cadence("回访", 1, "week", Map.of());
        pass(7);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return run();
                }));
            }
            start.countDown();
            for (var one : runs) one.get();
        }
        assertThat(tasks()).hasSize(30);
        assertThat(tasks()).extracting(Found::customer).doesNotHaveDuplicates();
    }

    @Test
    void aTaskThatSomebodyIsWritingKeepsNobodyWaitingAndIsLookedAtAgain() throws Exception {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 1, "week", Map.of());
        pass(7);
        run();
        UUID task = only(customer).id();
        var written = new CountDownLatch(1);
        var passed = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var edit = threads.submit(() -> admin.as(() -> new TransactionTemplate(transactions).execute(status -> {
                writing.change(
                        catalogues.of("task"),
                        task,
                        null,
                        Map.of("goal", "带样品"),
                        io.chaoxi.platform.record.Writing.BY_HAND);
                written.countDown();
                await(passed);
                return true;
            })));
            written.await();
            write(customer, "owner", li.id());
            passed.countDown();
            edit.get();
        }
        run();
        assertThat(only(customer).owner()).isEqualTo(li.id());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void customersThatAreMergedHaveOneTaskAndTheUndoGivesTheOtherBackToItsRhythm() {
        UUID one = customer("苏州恒锐", wang);
        UUID two = customer("苏州恒锐精密", li);
        cadence("回访", 1, "week", Map.of());
        pass(7);
        run();
        clock.now = null;
        String merge = merged(one, two);
        run();
        assertThat(only(one).owner()).isEqualTo(wang.id());
        assertThat(tasks().stream().filter(task -> task.status().equals("cancelled")))
                .extracting(Found::words)
                .containsExactly("客户合并后已有同样的任务");
        var undone = admin.http().post("/api/v1/merges/" + merge + "/undo", Map.of());
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        run();
        assertThat(only(one).owner()).isEqualTo(wang.id());
        assertThat(asProgram(() -> database.fetchExists(CADENCE_TURN, CADENCE_TURN.CUSTOMER_ID.eq(two))))
                .isTrue();
    }

    @Test
    void theTaskOfOneThatWasMergedGoesOnWithTheSurvivor() {
        UUID one = customer("苏州恒锐", wang);
        UUID two = customer("苏州恒锐精密", li);
        write(two, "grade", "high");
        cadence("回访", 1, "week", Map.of("condition", "grade==high"));
        pass(7);
        run();
        write(one, "grade", "high");
        clock.now = null;
        merged(one, two);
        run();
        var task = only(one);
        assertThat(task.owner()).isEqualTo(wang.id());
        finish(task.id());
        assertThat(open(one)).isEmpty();
    }

    private String merged(UUID one, UUID two) {
        var body = Map.of("survivor", seen(one), "others", List.of(seen(two)), "take", Map.of());
        var answer = admin.http().post("/api/v1/customers/merges", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private Map<String, Object> seen(UUID customer) {
        return Map.of(
                "id",
                customer.toString(),
                "version",
                admin.http()
                        .get("/api/v1/customers/" + customer)
                        .json()
                        .path("version")
                        .asLong());
    }

    @Test
    void aDayOffThatComesLaterMovesWhatIsYetToCome() {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 1, "week", Map.of());
        application
                .getBean(TestDatabase.class)
                .arrange(
                        "insert into work_calendar_day (tenant_id, day, works, changed_at, changed_by) values (%d, '%s', false, now(), '%s')"
                                .formatted(firm.tenant(), FIRST.plusDays(7), wang.id()));
        walkAll();
        pass(7);
        run();
        assertThat(open(customer)).isEmpty();
        pass(1);
        run();
        assertThat(only(customer).due()).isEqualTo(today());
    }

    @Test
    void whoeverHadAnOwnerBeforeTheRuleIsSpreadOverItsPeriod() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 40; i++) all.add(customer("老客户" + i, wang));
        pass(3);
        cadence("回访", 1, "month", Map.of());
        var days = new HashSet<LocalDate>();
        for (int day = 0; day < 35; day++) {
            pass(1);
            run();
            tasks().forEach(task -> days.add(task.due()));
        }
        assertThat(tasks()).extracting(Found::customer).containsExactlyInAnyOrderElementsOf(all);
        assertThat(days).hasSizeGreaterThan(10);
    }

    @Test
    void aTaskOfARhythmKeepsToItsCustomerAndOpensAgainOnlyWhereThereIsNoOther() {
        UUID customer = customer("恒锐精密", wang);
        UUID other = customer("华东轴承", wang);
        cadence("回访", 1, "week", Map.of());
        pass(7);
        run();
        UUID first = only(customer).id();
        Assertions.assertThatThrownBy(() -> writeTask(first, Map.of("customer", other)))
                .isInstanceOf(Refusal.class);
        Assertions.assertThatThrownBy(() -> writeTask(first, Map.of("repeatUnit", "week")))
                .isInstanceOf(Refusal.class);
        finish(first);
        clock.now = null;
        run();
        assertThat(only(customer).id()).isNotEqualTo(first);
        var version = admin.http()
                .get("/api/v1/tasks/" + first)
                .json()
                .path("version")
                .asLong();
        var answer = admin.http()
                .with("If-Match", "\"" + version + "\"")
                .post("/api/v1/tasks/" + first + "/reopen", Map.of());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asString()).isEqualTo("cadenceGoesOn");
    }

    @Test
    void aCustomerThatIsDeletedHasNoTasks() {
        UUID customer = customer("恒锐精密", wang);
        cadence("回访", 1, "week", Map.of());
        pass(7);
        run();
        delete("customer", customer);
        assertThat(tasks()).extracting(Found::status).containsExactly("cancelled");
        assertThat(turns()).isZero();
    }
}
