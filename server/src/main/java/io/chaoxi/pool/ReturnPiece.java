package io.chaoxi.pool;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Countdowns.Due;
import io.chaoxi.platform.record.PassingMany;
import io.chaoxi.platform.record.PassingMany.Leaving;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.RecordsChanged;
import io.chaoxi.platform.record.Returning;
import io.chaoxi.platform.record.Standing;
import io.chaoxi.pool.ReturnSql.Moment;
import io.chaoxi.pool.ReturnSql.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Some hundred of the records that are due, in a transaction of its own. Rows that somebody is writing are left to the
 * next run; of the others each is locked first and then decided by what stands on it and by the rules as they are now, so
 * that neither a touch of the last second nor a rule that has just changed is passed over.
 */
@Component
class ReturnPiece {
    static final int MOST = 500;

    private final Catalogues catalogues;
    private final ReturnSql sql;
    private final ReturnRules rules;
    private final Returning returning;
    private final PassingMany passing;
    private final Destinations destinations;
    private final Labels labels;
    private final Clock clock;

    ReturnPiece(
            Catalogues catalogues,
            ReturnSql sql,
            ReturnRules rules,
            Returning returning,
            PassingMany passing,
            Destinations destinations,
            Labels labels,
            Clock clock) {
        this.catalogues = catalogues;
        this.sql = sql;
        this.rules = rules;
        this.returning = returning;
        this.passing = passing;
        this.destinations = destinations;
        this.labels = labels;
        this.clock = clock;
    }

    /** Where the next piece begins; null when this was the last one. */
    record Reached(ReturnSql.@Nullable Due next, int records) {}

    /** Whether anything is due in the firm, or anybody yet to be told. */
    boolean anything() {
        return sql.anything(catalogues.pooled(), clock.instant());
    }

    /** What returns, object by object. */
    List<String> objects() {
        return catalogues.pooled().stream().map(RecordType::object).toList();
    }

    /** Warns the owners of those whose warning is due. */
    @Transactional
    public Reached warn(String object, ReturnSql.@Nullable Due after) {
        var piece = new Piece(object, Moment.WARNING, after);
        var warned = new LinkedHashMap<UUID, Due>();
        var others = new LinkedHashMap<UUID, Due>();
        var told = new Telling(object);
        piece.locked.forEach((id, standing) -> {
            Due due = piece.countdowns.of(standing);
            boolean now = due.warnAt() != null && !due.warnAt().isAfter(piece.now);
            if (now) warned.put(id, new Due(due.returnAt(), null));
            else others.put(id, due);
            if (now) told.add(Objects.requireNonNull(standing.owner()), "warned", id, due.returnAt());
        });
        returning.writeWarned(piece.type, warned);
        returning.write(piece.type, others);
        sql.tell(told.lines());
        return piece.reached(warned.size());
    }

    /** Takes those that are due from their owners. */
    @Transactional
    public Reached pass(String object, ReturnSql.@Nullable Due after) {
        var piece = new Piece(object, Moment.RETURN, after);
        var staying = new LinkedHashMap<UUID, Due>();
        var leaving = new LinkedHashMap<PassingMany.To, List<Leaving>>();
        var told = new Telling(object);
        var words = new Words();
        var ways = new HashMap<ReturnRule, Destinations.Way>();
        piece.locked.forEach((id, standing) -> {
            Due due = piece.countdowns.of(standing);
            if (due.returnAt() == null || due.returnAt().isAfter(piece.now)) {
                staying.put(id, due);
                return;
            }
            UUID owner = Objects.requireNonNull(standing.owner());
            var rule = Objects.requireNonNull(piece.countdowns.ruleOf(standing.pool()));
            var way = ways.computeIfAbsent(rule, one -> destinations.of(one, piece.countdowns));
            var to = way.from(owner);
            Due next = to.owner() == null ? Due.NEVER : piece.countdowns.of(standing.passed(to.owner(), piece.now));
            var reason = words.reason(rule, standing) + (way.gone() ? words.gone() : "");
            leaving.computeIfAbsent(to, any -> new ArrayList<>()).add(new Leaving(id, owner, reason, next));
            told.add(owner, "returned", id, null);
            if (to.owner() != null) told.add(to.owner(), "received", id, null);
        });
        returning.write(piece.type, staying);
        leaving.forEach((to, records) -> passing.pass(piece.type, records, to, RecordsChanged.RETURNED));
        sql.tell(told.lines());
        return piece.reached(piece.locked.size() - staying.size());
    }

    /** What both begin with. */
    private final class Piece {
        private final RecordType type;
        private final FirmCountdowns countdowns;
        private final Instant now;
        private final List<ReturnSql.Due> due;
        private final Map<UUID, Standing> locked;

        Piece(String object, Moment moment, ReturnSql.@Nullable Due after) {
            type = catalogues.of(object).type();
            countdowns = rules.of(object);
            now = clock.instant();
            due = sql.due(type, moment, now, after, MOST);
            var ids = due.stream().map(ReturnSql.Due::id).toList();
            locked = ids.isEmpty() ? Map.of() : returning.lock(type, ids, true, moment.holds(type, now));
        }

        Reached reached(int records) {
            return new Reached(due.size() < MOST ? null : due.getLast(), records);
        }
    }

    /** Why, in the language of the firm; asked for when the first record of a piece returns. */
    private final class Words {
        private ReturnRules.@Nullable Manner manner;

        String gone() {
            return labels.of("return", "gone").in(manner().locale());
        }

        private ReturnRules.Manner manner() {
            if (manner == null) manner = rules.manner();
            return manner;
        }

        String reason(ReturnRule rule, Standing standing) {
            var facts = new HashMap<String, Object>();
            facts.put("days", Objects.requireNonNull(rule.daysOf(standing.grade())));
            Instant last = FirmCountdowns.followed(rule, standing);
            if (last != null) facts.put("last", last.atZone(manner().zone()).toLocalDate());
            String key = (rule.workdays() ? "workdays" : "days") + (last == null ? "" : "Since");
            return labels.of("return", key).in(manner().locale(), facts);
        }
    }

    /** What each person is to be told of a piece. */
    private static final class Telling {
        private record Key(UUID person, String what) {}

        private final String object;
        private final Map<Key, Told> all = new LinkedHashMap<>();

        Telling(String object) {
            this.object = object;
        }

        void add(UUID person, String what, UUID record, @Nullable Instant at) {
            all.merge(
                    new Key(person, what),
                    new Told(object, person, what, 1, record, at, at),
                    (one, other) -> new Told(
                            object,
                            person,
                            what,
                            one.records() + 1,
                            record,
                            earlier(one.first(), at),
                            later(one.last(), at)));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other == null || other.isBefore(one) ? other : one;
        }

        private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
            return one == null || other == null || other.isAfter(one) ? other : one;
        }

        List<Told> lines() {
            return List.copyOf(all.values());
        }
    }
}
