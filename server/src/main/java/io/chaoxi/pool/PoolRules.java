package io.chaoxi.pool;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Filters;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.text.Pinyin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A pool is of one object for good; customers, when none is named. Its condition is one that a list of that object would take, and means the same to everybody. The default pool takes
 * the rest, so it has no condition and stays. Whenever the conditions or their order change, whoever has no owner is sorted
 * anew; what was claimed out of a pool that is gone, or back, goes by another rule of return.
 */
@Component
class PoolRules implements RecordRules {
    private static final List<String> SORTING = List.of("condition", "position");
    private static final String OBJECT = "object";

    /** What a pool is of that does not say. */
    private static final String USUAL = "customer";

    private final PoolSql sql;
    private final Catalogues catalogues;
    private final Filters filters;
    private final StoredActors actors;
    private final RecordLabels labels;
    private final OwedWalks walks;

    PoolRules(
            PoolSql sql,
            Catalogues catalogues,
            Filters filters,
            StoredActors actors,
            RecordLabels labels,
            OwedWalks walks) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.filters = filters;
        this.actors = actors;
        this.labels = labels;
        this.walks = walks;
    }

    @Override
    public void check(RecordChange change) {
        var standing = sql.standing(change.id());
        String object = standing.map(PoolSql.Standing::object).orElseGet(() -> named(change));
        checkObject(change, object);
        boolean standard = standing.filter(PoolSql.Standing::standard).isPresent();
        if (standard && change.kind() == Kind.DELETED) throw Refusal.of(422, "poolStays");
        String condition = change.text("condition");
        if (condition != null && change.kind() != Kind.DELETED) {
            if (standard) throw Refusal.field("condition", "poolTakesTheRest");
            if (change.changes("condition")) check(object, condition);
        }
        if (sorts(change)) sql.lockOrder(object);
    }

    private void checkObject(RecordChange change, String object) {
        boolean other = change.kind() == Kind.CHANGED && change.changes(OBJECT);
        if (other) throw Refusal.field(OBJECT, "poolObjectStays");
        boolean known =
                catalogues.pooled().stream().anyMatch(type -> type.object().equals(object));
        if (!known) throw Refusal.field(OBJECT, "unknownChoice");
    }

    /** Whoever writes it must be able to filter by it himself: which records move tells what stands in a field. */
    private void check(String object, String condition) {
        boolean personal = Filters.values(condition).stream()
                .anyMatch(value -> value.startsWith("@me") || value.startsWith("@my"));
        if (personal) throw Refusal.field("condition", "poolConditionPersonal");
        Actor actor = Acting.current();
        try {
            filters.compile(catalogues.of(object), condition);
            Acting.as(
                    Actor.system(actor.tenant(), actor.zone()),
                    () -> filters.compile(catalogues.of(object), condition));
        } catch (Refusal refused) {
            throw Refusal.fields(List.of(new FieldError("condition", refused.code(), refused.arguments())));
        }
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        String name = change.text("name");
        if (name != null) columns.put("name_key", Pinyin.sortKey(name));
        if (change.kind() == Kind.CREATED) columns.put(OBJECT, named(change));
        return columns;
    }

    @Override
    public void written(RecordChange change) {
        if (sorts(change)) walks.owe(SortingJob.KIND, object(change));
        if (change.kind() == Kind.DELETED || change.kind() == Kind.RESTORED) {
            walks.owe(RecountWalk.KIND, object(change));
        }
        afterCommit(actors::forgetAll);
        afterCommit(() -> labels.forget("pool"));
    }

    private static boolean sorts(RecordChange change) {
        if (change.kind() == Kind.CREATED) return change.text("condition") != null;
        return change.kind() != Kind.CHANGED || SORTING.stream().anyMatch(change::changes);
    }

    private String object(RecordChange change) {
        return sql.standing(change.id()).map(PoolSql.Standing::object).orElseGet(() -> named(change));
    }

    private static String named(RecordChange change) {
        return Objects.requireNonNullElse(change.text(OBJECT), USUAL);
    }

    /** So that this node knows at once who takes from which pool, and its name; the others know two seconds later. */
    static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
