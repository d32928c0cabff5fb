package io.chaoxi.promise;

import static chaoxi.tables.Tables.PROMISE;

import io.chaoxi.platform.record.Belongings;
import io.chaoxi.platform.record.Belongings.Belonging;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was promised to a record, told to whoever reaches it, whoever is to keep it. */
@Service
class PromiseBlocks {
    private static final int OPEN = 100;
    private static final int ENDED = 20;

    private final RecordFinding finding;
    private final Belongings belongings;
    private final Catalogues catalogues;

    PromiseBlocks(RecordFinding finding, Belongings belongings, Catalogues catalogues) {
        this.finding = finding;
        this.belongings = belongings;
        this.catalogues = catalogues;
    }

    /**
     * @param open the first hundred, the next one due first
     * @param broken the last hundred that were not kept, also those that were kept late and not apologised for
     * @param closed the last twenty that ended otherwise
     */
    record Block(
            List<Map<String, @Nullable Object>> open,
            List<Map<String, @Nullable Object>> broken,
            List<Map<String, @Nullable Object>> closed) {}

    /** 404 for a record out of reach. */
    @Transactional(readOnly = true)
    public Block of(String object, UUID record) {
        var found = finding.find(catalogues.of(object), record);
        Condition about = switch (object) {
            case "customer" -> PROMISE.CUSTOMER_ID.eq(record);
            // What he was promised where he worked before is told to whoever has that customer.
            case "contact" ->
                PROMISE.CONTACT_ID.eq(record).and(PROMISE.CUSTOMER_ID.eq((UUID)
                        found.values().get("customer")));
            default -> PROMISE.LEAD_ID.eq(record);
        };
        var promises = catalogues.of("promise");
        Condition open = PROMISE.STATUS.eq(PromiseStatus.OPEN);
        Condition broken = PROMISE.STATUS.eq(PromiseStatus.BROKEN).or(PROMISE.APOLOGY_DUE_AT.isNotNull());
        var lastDue = List.of(PROMISE.DUE_AT.desc(), PROMISE.ID.desc());
        return new Block(
                shown(promises, about.and(open), List.of(PROMISE.DUE_AT.asc(), PROMISE.ID.asc()), OPEN),
                shown(promises, about.and(broken), lastDue, OPEN),
                shown(promises, about.andNot(open).andNot(broken), lastDue, ENDED));
    }

    private List<Map<String, @Nullable Object>> shown(
            Catalogue promises, Condition which, List<? extends OrderField<?>> order, int most) {
        return belongings.of(promises, which, order, most).stream()
                .map(Belonging::shown)
                .toList();
    }
}
