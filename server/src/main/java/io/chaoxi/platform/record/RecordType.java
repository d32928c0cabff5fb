package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.MERGED_RECORD;

import io.chaoxi.platform.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An object of the record machine: what registers as a bean of this type has list, filter, sort, search, form, history,
 * recycle bin, bulk work, import, export, rights and API.
 */
public final class RecordType {
    static final String ASSIGNED_BY = "assigned_by_id";

    private final String object;
    private final String path;
    private final Table<? extends Record> table;
    private final Class<? extends java.lang.Record> draft;
    private final List<Field> fields;
    private final Map<String, Field> byName;
    private final Map<String, org.jooq.Field<?>> columns = new HashMap<>();
    private final Set<String> indexed;
    private final RecordRules rules;
    private final String title;
    private final @Nullable String hint;
    private final @Nullable String foundBy;
    private final @Nullable RecordMatching matching;
    private final Map<String, String> sharedBy = new LinkedHashMap<>();
    private final boolean personal;
    private final String newest;
    private final Map<String, String> made;
    private final Ending ending;

    RecordType(RecordDefinition definition, Labels labels) {
        this.object = definition.object;
        this.path = definition.path;
        this.table = definition.table;
        for (var column : table.fields()) columns.put(column.getName(), column);
        this.indexed = table.getIndexes().stream().map(RecordType::leading).collect(Collectors.toSet());
        this.draft = definition.draft;
        this.rules = definition.rules;
        this.title = definition.title;
        this.hint = definition.hint;
        this.foundBy = definition.foundBy;
        this.matching = definition.matching;
        if (owned()) sharedBy.put("id", object);
        sharedBy.putAll(definition.sharedWith);
        this.personal = definition.personal;
        this.newest = definition.newest;
        this.made = Map.copyOf(definition.made);
        this.ending = definition.ending;
        var found = new ArrayList<>(DeclaredFields.of(object, table, draft, false, labels));
        if (definition.derived != null) {
            found.addAll(DeclaredFields.of(object, table, definition.derived, true, labels));
        }
        found.addAll(DeclaredFields.of(object, table, Stamps.class, true, labels));
        this.fields = List.copyOf(found);
        this.byName = Field.byName(fields);
    }

    /** Who made and changed a record, and when; the same for every object. */
    record Stamps(
            @Sorted("id") java.time.Instant createdAt,
            PersonId createdBy,
            @Sorted("changed_at") java.time.Instant changedAt,
            PersonId changedBy) {}

    /** What an object says of itself; end with {@link RecordDefinition#with}. */
    public static RecordDefinition define(
            String object, String path, Table<? extends Record> table, Class<? extends java.lang.Record> draft) {
        return new RecordDefinition(object, path, table, draft);
    }

    public String object() {
        return object;
    }

    public String path() {
        return path;
    }

    public Table<? extends Record> table() {
        return table;
    }

    public Class<? extends java.lang.Record> draft() {
        return draft;
    }

    /** The declared fields; a firm's own come from {@link Catalogues}. */
    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public RecordRules rules() {
        return rules;
    }

    public String title() {
        return title;
    }

    public @Nullable String hint() {
        return hint;
    }

    String newest() {
        return newest;
    }

    @Nullable
    String foundBy() {
        return foundBy;
    }

    public @Nullable RecordMatching matching() {
        return matching;
    }

    public boolean personal() {
        return personal;
    }

    Optional<Field> madeOf(Field field) {
        return Optional.ofNullable(made.get(field.name())).flatMap(this::field);
    }

    /** Owned records belong to a rep; the data scope decides who reaches them. Others are open to the whole firm. */
    public boolean owned() {
        return columns.containsKey("owner_id");
    }

    /** Whoever has no owner is in a pool, out of which reps claim. */
    public boolean pooled() {
        return columns.containsKey("pool_id");
    }

    /** Whether a record with these values is at its end: it waits in no pool and returns to none. */
    public boolean ended(Map<String, ? extends @Nullable Object> values) {
        return ending.of(values);
    }

    /** Rows that are not at their end. */
    public org.jooq.Condition open() {
        if (ending.equals(Ending.NEVER)) return DSL.noCondition();
        return column(ending.field(), String.class).notIn(ending.values());
    }

    /** Whether the rules of return leave a row alone: it is locked, or at its end. */
    public org.jooq.Field<Boolean> exempt() {
        var locked = column("return_locked", Boolean.class);
        return ending.equals(Ending.NEVER)
                ? locked
                : DSL.field(DSL.condition(locked).or(open().not()));
    }

    /** Who gave a record to its owner goes on seeing it and may change it. */
    boolean delegated() {
        return columns.containsKey(ASSIGNED_BY);
    }

    /** Column → the object whose shares count for what it holds; empty for objects that have no owner. */
    Map<String, String> sharedBy() {
        return Collections.unmodifiableMap(sharedBy);
    }

    /** Whether the field leads to the record that this one belongs to and is shared with. */
    boolean isParent(Field field) {
        return sharedBy.containsKey(String.valueOf(field.column()));
    }

    /** Whether the field decides in whose charge the record is. */
    boolean places(Field field) {
        return "owner".equals(field.name()) || isParent(field);
    }

    /** The declared field that a column holds; none for the id. */
    Optional<Field> fieldOf(String column) {
        return fields.stream().filter(field -> column.equals(field.column())).findFirst();
    }

    /** The columns that decide who reaches a record. */
    Set<String> deciding() {
        if (!owned()) return Set.of("id");
        var columns = new LinkedHashSet<>(Set.of("id", "owner_id", "owner_department_id"));
        columns.addAll(sharedBy.keySet());
        if (delegated()) columns.add(ASSIGNED_BY);
        return columns;
    }

    public boolean tagged() {
        return columns.containsKey("tags");
    }

    public boolean customizable() {
        return columns.containsKey("custom");
    }

    /** A column of the table; fails when there is none, which a test finds. */
    @SuppressWarnings("unchecked")
    public <T> org.jooq.Field<T> column(String name, Class<T> type) {
        var column = columns.get(name);
        if (column == null) throw new IllegalStateException(table.getName() + " has no column " + name);
        return type == Object.class ? (org.jooq.Field<T>) column : column.coerce(type);
    }

    public org.jooq.Field<Object> column(String name) {
        return column(name, Object.class);
    }

    public boolean hasColumn(String name) {
        return columns.containsKey(name);
    }

    /** The first column of an index behind the firm. */
    private static String leading(Index index) {
        return index.getFields().stream()
                .map(SortField::getName)
                .filter(name -> !"tenant_id".equals(name))
                .findFirst()
                .orElse("");
    }

    /** Whether an index leads with the column, so that what equals a value is found without a walk. */
    boolean indexed(String column) {
        return indexed.contains(column);
    }

    /** In the recycle bin; what was merged into another record is not. */
    org.jooq.Condition binned() {
        var merged = DSL.selectOne()
                .from(MERGED_RECORD)
                .where(MERGED_RECORD.OBJECT.eq(object))
                .and(MERGED_RECORD.RECORD_ID.eq(column("id", UUID.class)));
        return column("deleted_at").isNotNull().and(DSL.notExists(merged));
    }

    public org.jooq.Condition alive() {
        return !columns.containsKey("deleted_at")
                ? DSL.noCondition()
                : column("deleted_at").isNull();
    }
}
