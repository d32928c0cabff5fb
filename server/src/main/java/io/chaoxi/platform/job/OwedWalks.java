package io.chaoxi.platform.job;

import static chaoxi.tables.Tables.JOB;
import static chaoxi.tables.Tables.OWED_WALK;

import io.chaoxi.platform.housekeeping.Chore;
import io.chaoxi.platform.rights.Acting;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which walks are owed. However often what they go by changes while one walks, one more walk follows: it sees at its next
 * step that the version is another one and begins anew. One that broke off is taken up again within the hour.
 */
@Component
public class OwedWalks implements Chore {
    private static final List<String> OPEN = List.of("queued", "running");

    private final DSLContext database;
    private final Jobs jobs;

    OwedWalks(DSLContext database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /**
     * All records of the object are to be walked over. Call it in the transaction that changes what the walk goes by, with
     * that held alone: no step of a walk is then under way.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(String kind, String object) {
        database.insertInto(OWED_WALK)
                .set(OWED_WALK.TENANT_ID, Acting.current().tenant())
                .set(OWED_WALK.KIND, kind)
                .set(OWED_WALK.OBJECT, object)
                .set(OWED_WALK.VERSION, 1L)
                .onConflict(OWED_WALK.TENANT_ID, OWED_WALK.KIND, OWED_WALK.OBJECT)
                .doUpdate()
                .set(OWED_WALK.VERSION, OWED_WALK.VERSION.plus(1))
                .execute();
        if (!underWay(kind, object)) jobs.start(kind, object, Map.of());
    }

    /** Whether a job will do another step. */
    private boolean underWay(String kind, String object) {
        return database.fetchExists(
                JOB, JOB.KIND.eq(kind), JOB.OBJECT.eq(object), JOB.STATE.in(OPEN), JOB.RESULT.isNull());
    }

    /** The version that is owed. */
    long version(String kind, String object) {
        Long version = database.select(OWED_WALK.VERSION)
                .from(OWED_WALK)
                .where(OWED_WALK.KIND.eq(kind))
                .and(OWED_WALK.OBJECT.eq(object))
                .fetchOne(OWED_WALK.VERSION);
        return version == null ? 0 : version;
    }

    void walked(String kind, String object, long version) {
        database.update(OWED_WALK)
                .set(OWED_WALK.WALKED, version)
                .where(OWED_WALK.KIND.eq(kind))
                .and(OWED_WALK.OBJECT.eq(object))
                .execute();
    }

    @Override
    public String name() {
        return "walks that broke off";
    }

    @Override
    public int clear(OffsetDateTime now) {
        int again = 0;
        for (Record2<String, String> owed : database.select(OWED_WALK.KIND, OWED_WALK.OBJECT)
                .from(OWED_WALK)
                .where(OWED_WALK.WALKED.lt(OWED_WALK.VERSION))
                .fetch()) {
            if (underWay(owed.value1(), owed.value2())) continue;
            jobs.start(owed.value1(), owed.value2(), Map.of());
            again++;
        }
        return again;
    }
}
