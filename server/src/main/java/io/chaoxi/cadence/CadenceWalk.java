package io.chaoxi.cadence;

import io.chaoxi.platform.job.OwedWalk;
import io.chaoxi.platform.job.OwedWalks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at every customer that has an owner, after a rhythm, the calendar or the firm's time zone changed. */
@Component
class CadenceWalk extends OwedWalk {
    static final String KIND = "cadenceWalk";

    private final CadenceSql cadences;
    private final StandingSql customers;
    private final Turning turning;

    CadenceWalk(OwedWalks walks, CadenceSql cadences, StandingSql customers, Turning turning) {
        super(walks);
        this.cadences = cadences;
        this.customers = customers;
        this.turning = turning;
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
        cadences.hold();
    }

    @Override
    protected Piece piece(String object, @Nullable UUID after, int most) {
        List<UUID> next = customers.next(after, most);
        turning.look(next, null);
        return new Piece(next.isEmpty() ? null : next.getLast(), next.size(), next.size());
    }
}
