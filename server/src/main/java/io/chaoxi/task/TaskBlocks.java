package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

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

/** What is to be done about a record, told to whoever reaches it, whoever is to do it. */
@Service
class TaskBlocks {
    private static final int OPEN = 100;
    private static final int CLOSED = 20;

    private final RecordFinding finding;
    private final Belongings belongings;
    private final Catalogues catalogues;

    TaskBlocks(RecordFinding finding, Belongings belongings, Catalogues catalogues) {
        this.finding = finding;
        this.belongings = belongings;
        this.catalogues = catalogues;
    }

    /** The first hundred that are open, the most pressing first, and the twenty that were closed last. */
    record Block(List<Map<String, @Nullable Object>> open, List<Map<String, @Nullable Object>> closed) {}

    /** 404 for a record out of reach. */
    @Transactional(readOnly = true)
    public Block of(String object, UUID record) {
        var found = finding.find(catalogues.of(object), record);
        Condition about = switch (object) {
            case "customer" -> TASK.CUSTOMER_ID.eq(record);
            // What was to be done with him where he worked before is told to whoever has that customer.
            case "contact" ->
                TASK.CONTACT_ID.eq(record).and(TASK.CUSTOMER_ID.eq((UUID)
                        found.values().get("customer")));
            default -> TASK.LEAD_ID.eq(record);
        };
        var tasks = catalogues.of("task");
        Condition open = TASK.STATUS.eq(TaskStatus.OPEN);
        return new Block(
                shown(tasks, about.and(open), List.of(TASK.DUE_AT.asc(), TASK.ID.asc()), OPEN),
                shown(tasks, about.andNot(open), List.of(TASK.CHANGED_AT.desc(), TASK.ID.desc()), CLOSED));
    }

    private List<Map<String, @Nullable Object>> shown(
            Catalogue tasks, Condition which, List<? extends OrderField<?>> order, int most) {
        return belongings.of(tasks, which, order, most).stream()
                .map(Belonging::shown)
                .toList();
    }
}
