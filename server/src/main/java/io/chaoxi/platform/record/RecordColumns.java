package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.text.SearchTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The row of a change: its values, its stamps, its search tokens, the owner's department and what the rules derive. */
@Component
class RecordColumns {
    private final Clock clock;
    private final RecordSql sql;
    private final Catalogues catalogues;
    private final Pooling pooling;
    private final Returning returning;

    RecordColumns(Clock clock, RecordSql sql, Catalogues catalogues, Pooling pooling, Returning returning) {
        this.clock = clock;
        this.sql = sql;
        this.catalogues = catalogues;
        this.pooling = pooling;
        this.returning = returning;
    }

    Map<Field<?>, @Nullable Object> of(Catalogue catalogue, RecordChange change) {
        pooling.enter(catalogue.type(), List.of(change));
        var writer = returning.writer(catalogue.type());
        return completed(catalogue, change, ofValues(catalogue, change), this::departmentOf, writer);
    }

    /** The rows of many new records. The department of each owner is looked up once. */
    List<Map<Field<?>, @Nullable Object>> of(Catalogue catalogue, List<RecordWriting.Newborn> newborns) {
        pooling.enter(
                catalogue.type(),
                newborns.stream().map(RecordWriting.Newborn::change).toList());
        var departments = new HashMap<@Nullable UUID, Optional<UUID>>();
        Function<@Nullable UUID, @Nullable UUID> departmentOf = owner -> departments
                .computeIfAbsent(owner, any -> Optional.ofNullable(departmentOf(any)))
                .orElse(null);
        var writer = returning.writer(catalogue.type());
        return newborns.stream()
                .map(newborn -> completed(catalogue, newborn.change(), newborn.columns(), departmentOf, writer))
                .toList();
    }

    /**
     * What the values alone tell, search tokens among it: the larger part of the work. Of a change only the fields that it
     * changes: what others write beside it without a version, such as the next follow-up, stays theirs.
     */
    Map<Field<?>, @Nullable Object> ofValues(Catalogue catalogue, RecordChange change) {
        RecordType type = catalogue.type();
        var row = new HashMap<Field<?>, @Nullable Object>();
        if (change.kind() == Kind.CREATED || change.kind() == Kind.CHANGED) {
            var stored = catalogue.all().stream()
                    .filter(field -> field.custom() || !field.is(io.chaoxi.platform.record.Field.Trait.READ_ONLY))
                    .filter(field -> field.type() != FieldType.FORMULA)
                    .filter(field -> change.kind() == Kind.CREATED || change.changes(field.name()))
                    .toList();
            row.putAll(new RecordFields(type).stored(change.after(), stored, change.kind() == Kind.CHANGED));
            row.put(type.column("search"), tokens(catalogue, change));
        }
        return row;
    }

    private Map<Field<?>, @Nullable Object> completed(
            Catalogue catalogue,
            RecordChange change,
            Map<Field<?>, @Nullable Object> values,
            Function<@Nullable UUID, @Nullable UUID> departmentOf,
            Returning.Writer writer) {
        RecordType type = catalogue.type();
        var row = new HashMap<Field<?>, @Nullable Object>(values);
        if (type.owned() && change.changes("owner")) {
            row.put(type.column("owner_department_id"), departmentOf.apply(change.reference("owner")));
        }
        row.putAll(Pooling.columns(type, change));
        row.putAll(writer.columns(change));
        stamp(catalogue, change, row);
        type.rules()
                .derive(change)
                .forEach((column, value) -> row.put(type.column(column), converted(type, column, value)));
        if (change.kind() == Kind.CREATED) findByNumber(catalogue, row);
        return row;
    }

    /** The number that the firm gave at birth joins what the record is found by. */
    private static void findByNumber(Catalogue catalogue, Map<Field<?>, @Nullable Object> row) {
        RecordType type = catalogue.type();
        for (var field : type.fields()) {
            if (field.type() != FieldType.SEQUENCE) continue;
            if (!(row.get(type.column(field.name())) instanceof String number)) continue;
            if (!(row.get(type.column("search")) instanceof String[] tokens)) continue;
            var all = new LinkedHashSet<>(List.of(tokens));
            all.addAll(SearchTokens.prefixed(catalogue.actor().tenant(), SearchTokens.forSequence(number)));
            row.put(type.column("search"), all.toArray(String[]::new));
        }
    }

    private static @Nullable Object converted(RecordType type, String column, @Nullable Object value) {
        return value == null ? null : RecordFields.converted(type.column(column), value);
    }

    private void stamp(Catalogue catalogue, RecordChange change, Map<Field<?>, @Nullable Object> row) {
        RecordType type = catalogue.type();
        Instant moment = change.kind() == Kind.CREATED ? Ids.moment(change.id()) : clock.instant();
        OffsetDateTime now = OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
        UUID person = catalogue.actor().person();
        if (change.kind() == Kind.CREATED) {
            row.put(type.column("id"), change.id());
            row.put(type.column("created_at"), now);
            row.put(type.column("created_by"), person);
        }
        row.put(type.column("changed_at"), now);
        row.put(type.column("changed_by"), person);
        if (change.kind() == Kind.DELETED) row.put(type.column("deleted_at"), now);
        if (change.kind() == Kind.RESTORED) row.put(type.column("deleted_at"), null);
    }

    /** What is written when records go to the recycle bin. */
    Map<Field<?>, @Nullable Object> deletion(Catalogue catalogue) {
        return moved(catalogue, true);
    }

    /** What is written when they come back from it. */
    Map<Field<?>, @Nullable Object> restoration(Catalogue catalogue) {
        return moved(catalogue, false);
    }

    private Map<Field<?>, @Nullable Object> moved(Catalogue catalogue, boolean gone) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        row.put(catalogue.type().column("deleted_at"), gone ? now : null);
        row.put(catalogue.type().column("changed_at"), now);
        row.put(catalogue.type().column("changed_by"), catalogue.actor().person());
        return row;
    }

    private static String[] tokens(Catalogue catalogue, RecordChange change) {
        Set<String> tokens = new LinkedHashSet<>();
        for (var field : catalogue.type().fields()) {
            if (!field.searched()) continue;
            if (!(change.after().get(field.name()) instanceof String text)) continue;
            tokens.addAll(
                    switch (field.type()) {
                        case PHONE -> SearchTokens.forPhone(text);
                        case EMAIL -> SearchTokens.forEmail(text);
                        case SEQUENCE -> SearchTokens.forSequence(text);
                        default ->
                            field.name().endsWith("Code") ? SearchTokens.forCode(text) : SearchTokens.forName(text);
                    });
        }
        return SearchTokens.prefixed(catalogue.actor().tenant(), tokens).toArray(String[]::new);
    }

    /** The question which department a person belongs to. */
    private record DepartmentOf(UUID person) {}

    private @Nullable UUID departmentOf(@Nullable UUID owner) {
        if (owner == null) return null;
        return Remembered.once(new DepartmentOf(owner), () -> storedDepartment(owner));
    }

    private @Nullable UUID storedDepartment(UUID owner) {
        RecordType people = catalogues.of("person").type();
        return sql
                .find(people, new RecordScope.Everything(), List.of(owner), List.of(people.column("department_id")))
                .stream()
                .findFirst()
                .map(row -> row.get("department_id", UUID.class))
                .orElse(null);
    }
}
