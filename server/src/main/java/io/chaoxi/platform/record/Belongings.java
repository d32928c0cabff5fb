package io.chaoxi.platform.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that belong to another one, told to whoever reaches that one, whoever owns them: what a colleague did with a
 * customer is read by everybody who has the customer. The right to read the object and those of its fields hold.
 */
@Component
public class Belongings {
    private final DSLContext database;
    private final RecordLabels labels;
    private final RowJson json;

    Belongings(DSLContext database, RecordLabels labels, RowJson json) {
        this.database = database;
        this.labels = labels;
        this.json = json;
    }

    /**
     * @param values what is stored, not for output
     * @param shown as the API shows it, with what the acting person can do with it
     */
    public record Belonging(UUID id, Map<String, @Nullable Object> values, Map<String, @Nullable Object> shown) {}

    /**
     * The first of those that meet the condition.
     *
     * @param which names the record that they belong to, of which the caller has seen that it is in reach
     */
    @Transactional(readOnly = true)
    public List<Belonging> of(Catalogue catalogue, Condition which, List<? extends OrderField<?>> order, int rows) {
        RecordType type = catalogue.type();
        if (!catalogue.actor().may(type.object() + ".read")) return List.of();
        var reader = new RowReader(catalogue.all());
        var found = database.select(new RecordFields(type).columns(catalogue.all()))
                .from(type.table())
                .where(which)
                .and(type.alive())
                .orderBy(order)
                .limit(rows)
                .fetch(reader::found);
        var fields = catalogue.visible();
        var titles = labels.of(
                fields, found.stream().map(RecordReading.Found::values).toList());
        var shown = json.of(catalogue, fields, titles);
        return found.stream()
                .map(one -> new Belonging(one.id(), one.values(), row(catalogue, shown, one)))
                .toList();
    }

    private static Map<String, @Nullable Object> row(
            Catalogue catalogue, RowJson.Shown shown, RecordReading.Found found) {
        var row = shown.row(found);
        row.put("can", RecordFinding.can(catalogue, found));
        return row;
    }
}
