package io.chaoxi.platform.job;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A walk over all records of an object, some thousands in a step, after something changed that all of them go by. Whoever
 * changed it owes the walk to everybody: it ends though he has left, and nobody can cancel it. Order it by
 * {@link OwedWalks#owe}.
 */
public abstract class OwedWalk implements JobKind {
    private static final int STEP = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OwedWalks walks;

    protected OwedWalk(OwedWalks walks) {
        this.walks = walks;
    }

    /** How far it came, for which version. */
    private record Place(long version, @Nullable UUID after, long looked, long changed, boolean over) {
        static Place begin(long version) {
            return new Place(version, null, 0, 0, false);
        }

        Place behind(Piece piece, int most) {
            UUID last = piece.last() == null ? after : piece.last();
            return new Place(version, last, looked + piece.looked(), changed + piece.changed(), piece.looked() < most);
        }
    }

    /** What a step did: the last record it looked at, how many, and how many stand otherwise now. */
    public record Piece(@Nullable UUID last, int looked, int changed) {}

    /** Keeps what the walk goes by as it is until the transaction ends; whoever changes it waits for that. */
    protected abstract void hold(String object);

    /** Does the next so many records behind the given one, in the order of ids. */
    protected abstract Piece piece(String object, @Nullable UUID after, int most);

    /** What the job is shown to have done. */
    protected Map<String, @Nullable Object> result(long looked, long changed) {
        return Map.of("done", changed);
    }

    @Override
    public final boolean cancellable() {
        return false;
    }

    @Override
    public final Map<String, @Nullable Object> run(JobRun run) {
        JsonNode kept = run.place();
        Place place = kept == null ? Place.begin(0) : JSON.treeToValue(kept, Place.class);
        do {
            Place from = place;
            place = Objects.requireNonNull(run.owed(() -> step(run, from)));
        } while (!place.over());
        return result(place.looked(), place.changed());
    }

    private Place step(JobRun run, Place kept) {
        String object = run.object();
        run.unhurried();
        hold(object);
        long version = walks.version(kind(), object);
        Place from = version == kept.version() ? kept : Place.begin(version);
        Place reached = from.behind(piece(object, from.after(), STEP), STEP);
        run.reached(reached.looked(), reached.over() ? reached.looked() : null, reached);
        if (reached.over()) {
            walks.walked(kind(), object, version);
            run.finished(result(reached.looked(), reached.changed()));
        }
        return reached;
    }

    @Override
    public final Map<String, @Nullable Object> soFar(@Nullable JsonNode place, Map<String, Integer> rows) {
        Place reached = place == null ? Place.begin(0) : JSON.treeToValue(place, Place.class);
        return result(reached.looked(), reached.changed());
    }
}
