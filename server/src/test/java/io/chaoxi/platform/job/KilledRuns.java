package io.chaoxi.platform.job;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a job without the scheduler and kills it at random moments: before a step, in it before the commit, or right after
 * the commit. Each time it is started anew, as another node would, until it ends.
 */
public final class KilledRuns {
    private final ApplicationContext application;
    private final Actor actor;
    private final Random random;
    private final int oneIn;
    private int kills;
    private int steps;
    private int momentAt = -1;
    private Runnable moment = () -> {};

    public KilledRuns(ApplicationContext application, Actor actor, long seed, int oneIn) {
        this.application = application;
        this.actor = actor;
        this.random = new Random(seed);
        this.oneIn = oneIn;
    }

    /** Stands for the end of the process: nothing in the program catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Something that happens in the world while the job is between two steps. */
    public void afterSteps(int count, Runnable event) {
        momentAt = count;
        moment = event;
    }

    public int kills() {
        return kills;
    }

    /** A job that no scheduler knows. */
    public UUID job(String kind, String object, Object arguments) {
        UUID id = Ids.next();
        var sql = application.getBean(JobSql.class);
        Acting.as(
                actor, () -> transactions().executeWithoutResult(tx -> sql.insert(id, kind, object, arguments, null)));
        return id;
    }

    public Map<String, Object> run(UUID job, String kind) {
        JobKind work = application.getBeansOfType(JobKind.class).values().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        var makers = application.getBean(Makers.class);
        var maker = makers.of(actor.tenant(), actor.person(), job);
        while (true) {
            try {
                return work.run(new JobRun(
                        maker,
                        job,
                        application.getBean(JobSql.class),
                        makers,
                        deadly(),
                        application.getBean(JobTurns.class)));
            } catch (Killed killed) {
                kills++;
            }
        }
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    private TransactionTemplate deadly() {
        return new TransactionTemplate(application.getBean(PlatformTransactionManager.class)) {
            private static final long serialVersionUID = 1L;

            @Override
            public <T> T execute(TransactionCallback<T> action) {
                int fate = random.nextInt(oneIn * 3);
                if (fate == 0) throw new Killed();
                T result = super.execute(status -> {
                    T done = action.doInTransaction(status);
                    if (fate == 1) throw new Killed();
                    return done;
                });
                if (fate == 2) throw new Killed();
                if (++steps == momentAt) moment.run();
                return result;
            }
        };
    }
}
