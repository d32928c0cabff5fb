package io.chaoxi.visit;

import static chaoxi.tables.Tables.VISIT;

import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordReading.Found;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who visits a customer, told to whoever reaches it; and where somebody was, told to those in whose charge the visit is. */
@Service
class VisitBlocks {
    private static final int OPEN = 100;
    private static final int CLOSED = 20;

    private final RecordFinding finding;
    private final Belongings belongings;
    private final Catalogues catalogues;
    private final RecordLabels labels;
    private final VisitSql sql;

    VisitBlocks(
            RecordFinding finding, Belongings belongings, Catalogues catalogues, RecordLabels labels, VisitSql sql) {
        this.finding = finding;
        this.belongings = belongings;
        this.catalogues = catalogues;
        this.labels = labels;
        this.sql = sql;
    }

    /** The first hundred that are to come or under way, the nearest first, and the twenty last ones. */
    record Block(List<Map<String, @Nullable Object>> open, List<Map<String, @Nullable Object>> closed) {}

    /** 404 for a customer out of reach. */
    @Transactional(readOnly = true)
    public Block of(UUID customer) {
        finding.find(catalogues.of("customer"), customer);
        Condition about = VISIT.CUSTOMER_ID.eq(customer);
        Condition open = VISIT.STATUS.in(VisitStatus.PLANNED, VisitStatus.UNDER_WAY);
        return new Block(
                shown(about.and(open), List.of(VISIT.PLANNED_ON.asc(), VISIT.ID.asc()), OPEN),
                shown(about.andNot(open), List.of(VISIT.PLANNED_ON.desc(), VISIT.ID.desc()), CLOSED));
    }

    private List<Map<String, @Nullable Object>> shown(Condition which, List<? extends OrderField<?>> order, int most) {
        return belongings.of(catalogues.of("visit"), which, order, most).stream()
                .map(Belonging::shown)
                .toList();
    }

    /** Whom somebody met, by the names that the reader may see. */
    record Met(UUID id, @Nullable String label) {}

    /** {@code stay}: null for whom it is none of his business where a colleague was. */
    record Told(List<Met> met, @Nullable Stay stay) {}

    @Transactional(readOnly = true)
    public Told stay(UUID id) {
        Catalogue visits = catalogues.of("visit");
        Found visit = finding.find(visits, id);
        var met = sql.met(id);
        var names = labels.of("contact", met);
        return new Told(
                met.stream().map(one -> new Met(one, names.get(one))).toList(),
                isTold(visits, visit) ? sql.stay(id) : null);
    }

    /** Where a colleague was is told to himself and to those who have it in their charge and send him there. */
    private static boolean isTold(Catalogue visits, Found visit) {
        boolean his = visits.actor().person().equals(visit.values().get("owner"));
        return his || visits.actor().may("visit.assign") && RecordFinding.isOwn(visits, visit);
    }
}
