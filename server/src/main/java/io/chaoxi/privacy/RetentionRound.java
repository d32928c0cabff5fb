package io.chaoxi.privacy;

import io.chaoxi.platform.housekeeping.Chore;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Orders every day what a firm switched on, in the name of whoever did so; nothing once he is gone or lacks the rights.
 */
@Component
class RetentionRound implements Chore {
    private final Retention retention;
    private final RetentionSql sql;
    private final Actors actors;
    private final Catalogues catalogues;

    RetentionRound(Retention retention, RetentionSql sql, Actors actors, Catalogues catalogues) {
        this.retention = retention;
        this.sql = sql;
        this.actors = actors;
        this.catalogues = catalogues;
    }

    @Override
    public String name() {
        return "people whose time is over";
    }

    @Override
    public int clear(OffsetDateTime now) {
        var rule = sql.rule();
        if (rule.by() == null || !rule.dueAt(now.toInstant())) return 0;
        sql.ran();
        Optional<Actor> actor = actors.load(Acting.current().tenant(), rule.by());
        return actor.map(one -> Acting.as(one, () -> ordered(one))).orElse(0);
    }

    private int ordered(Actor actor) {
        if (!actor.may(PersonalData.RIGHT)) return 0;
        return (int) catalogues.types().stream()
                .filter(RecordType::personal)
                .map(RecordType::object)
                .filter(object -> actor.may(object + ".delete"))
                .map(object -> Optional.ofNullable(retention.order(object, true)))
                .filter(Objects::nonNull)
                .filter(Optional::isPresent)
                .count();
    }
}
