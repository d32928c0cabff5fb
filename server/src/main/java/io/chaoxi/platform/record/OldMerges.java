package io.chaoxi.platform.record;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** What a merge changed is kept for as long as it can be undone. */
@Component
class OldMerges implements Chore {
    private final MergeSql merges;

    OldMerges(MergeSql merges) {
        this.merges = merges;
    }

    @Override
    public String name() {
        return "values of old merges";
    }

    @Override
    public int clear(OffsetDateTime now) {
        return merges.forget(now.minus(Merging.UNDONE_FOR));
    }
}
