package io.chaoxi.lead;

import io.chaoxi.platform.job.OwedWalk;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Pooling;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges all open leads by the firm's new criteria; those that wait in a pool then wait in the one that their score means. */
@Component
class JudgingJob extends OwedWalk {
    static final String KIND = "leadJudging";

    private final Criteria criteria;
    private final JudgingSql sql;
    private final Pooling pooling;
    private final Catalogues catalogues;

    JudgingJob(OwedWalks walks, Criteria criteria, JudgingSql sql, Pooling pooling, Catalogues catalogues) {
        super(walks);
        this.criteria = criteria;
        this.sql = sql;
        this.pooling = pooling;
        this.catalogues = catalogues;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String right(@Nullable String object) {
        return "settings.manage";
    }

    @Override
    protected void hold(String object) {
        criteria.held();
    }

    @Override
    protected Piece piece(String object, @Nullable UUID after, int most) {
        List<UUID> next = sql.next(after, most);
        int judged = sql.judge(next, criteria.held());
        pooling.sort(catalogues.type(object), next);
        return new Piece(next.isEmpty() ? null : next.getLast(), next.size(), judged);
    }
}
