package io.chaoxi.activity;

import static chaoxi.tables.Tables.ACTIVITY;

import io.chaoxi.conversation.Moment;
import io.chaoxi.conversation.PastSource;
import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done with a customer, one of its people or a lead, in the order in which it was done; whoever did it. */
@Component
@Order(4)
class ActivityPast implements PastSource {

    private final RecordFinding finding;
    private final Belongings belongings;
    private final Catalogues catalogues;

    ActivityPast(RecordFinding finding, Belongings belongings, Catalogues catalogues) {
        this.finding = finding;
        this.belongings = belongings;
        this.catalogues = catalogues;
    }

    @Override
    public String type() {
        return "activity";
    }

    @Override
    public List<Entry> of(Catalogue catalogue, UUID record, @Nullable Moment before, int rows) {
        var with = With.of(catalogue.type().object()).orElse(null);
        if (with == null) return List.of();
        var which = with.column.eq(record).and(before(before));
        if (with == With.CONTACT) which = which.and(atHisFirm(catalogue, record));
        var order = List.of(ACTIVITY.AT.desc(), ACTIVITY.ID.desc());
        return belongings.of(catalogues.of("activity"), which, order, rows).stream()
                .map(ActivityPast::entry)
                .toList();
    }

    /** What was done with him where he worked before is told to whoever has that customer. */
    private Condition atHisFirm(Catalogue contacts, UUID contact) {
        return ACTIVITY.CUSTOMER_ID.eq(
                (UUID) finding.find(contacts, contact).values().get("customer"));
    }

    private static Condition before(@Nullable Moment moment) {
        if (moment == null) return DSL.noCondition();
        var at = OffsetDateTime.ofInstant(moment.at(), ZoneOffset.UTC);
        return DSL.row(ACTIVITY.AT, ACTIVITY.ID).lessThan(at, moment.id());
    }

    /** When it was stands in the order of the timeline anyway, whoever may read the field. */
    private static Entry entry(Belongings.Belonging found) {
        var at = Objects.requireNonNull((Instant) found.values().get("at"));
        found.shown().put("at", at.toString());
        return new Entry(new Moment(at, found.id()), found.shown());
    }
}
