package io.chaoxi.platform.audit;

import io.chaoxi.platform.audit.Chain.Broken;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.rights.Acting;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares every sealed batch of the firm's access log with what stands there now; ends at the first that differs. */
@Component
class AuditCheckJob implements JobKind {
    static final String KIND = "auditCheck";
    private static final int AT_ONCE = 20;

    private final DSLContext database;

    AuditCheckJob(DSLContext database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        var chain = new Chain();
        while (true) {
            var result = run.<@Nullable Map<String, @Nullable Object>>step(() -> piece(run, chain));
            if (result != null) return result;
        }
    }

    /** The result when these were the last, or one is broken. */
    private @Nullable Map<String, @Nullable Object> piece(JobRun run, Chain chain) {
        var actor = Acting.current();
        actor.require("audit.read");
        var sql = new SealSql(database, actor.tenant());
        var seals = sql.seals(chain.number(), AT_ONCE);
        for (var seal : seals) {
            Broken broken = chain.check(seal, sql.lines(chain.last(), seal.getLastId()));
            if (broken != null) return finished(run, chain, broken);
        }
        run.reached(chain.rows(), null, null);
        return seals.size() < AT_ONCE ? finished(run, chain, null) : null;
    }

    private static Map<String, @Nullable Object> finished(JobRun run, Chain chain, @Nullable Broken broken) {
        var result = new HashMap<String, @Nullable Object>();
        result.put("batches", chain.number());
        result.put("rows", chain.rows());
        result.put("until", chain.until() == null ? null : chain.until().toString());
        result.put("head", chain.head());
        if (broken != null) {
            result.put("broken", broken.number());
            result.put("brokenAt", broken.sealedAt().toString());
            result.put("why", broken.why());
        }
        run.reached(chain.rows(), chain.rows(), null);
        run.finished(result);
        return result;
    }
}
