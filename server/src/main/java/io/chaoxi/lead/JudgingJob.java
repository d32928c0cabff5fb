package io.chaoxi.lead;

import io.chaoxi.platform.job.OwedWalk;
import io.chaoxi.platform.job.OwedWalks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges all open leads by the firm's new criteria. */
@Component
class JudgingJob extends OwedWalk {
    static final String KIND = "leadJudging";

    private final Criteria criteria;
    private final JudgingSql sql;

    JudgingJob(OwedWalks walks, Criteria criteria, JudgingSql sql) {
        super(walks);
        this.criteria = criteria;
        this.sql = sql;
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
        return new Piece(next.isEmpty() ? null : next.getLast(), next.size(), sql.judge(next, criteria.held()));
    }
}
