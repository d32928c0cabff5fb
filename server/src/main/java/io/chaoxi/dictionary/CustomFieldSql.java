package io.chaoxi.dictionary;

import static chaoxi.tables.Tables.CUSTOM_FIELD;

import chaoxi.tables.tables.records.CustomFieldRecord;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on custom fields. */
@Component
class CustomFieldSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<CustomField.Option>> OPTIONS = new TypeReference<>() {};

    private final DSLContext database;
    private final Clock clock;

    CustomFieldSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The fields that are not deleted, by object, in their order. */
    Map<String, List<CustomField>> all() {
        return database.selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.DELETED_AT.isNull())
                .orderBy(CUSTOM_FIELD.OBJECT, CUSTOM_FIELD.POSITION, CUSTOM_FIELD.ID)
                .fetchGroups(CUSTOM_FIELD.OBJECT, CustomFieldSql::field);
    }

    private static CustomField field(CustomFieldRecord row) {
        Short decimals = row.getDecimals();
        return new CustomField(
                row.getId(),
                row.getVersion(),
                row.getKey(),
                FieldType.of(row.getType()),
                row.getLabel(),
                row.getLabelEn(),
                row.getHelp(),
                row.getRequired(),
                decimals == null ? null : decimals.intValue(),
                JSON.readValue(row.getOptions().data(), OPTIONS),
                row.getFormula(),
                row.getPosition(),
                row.getSlot(),
                row.getIndexed());
    }

    /** The type that a field of this key had before it was deleted; records may still hold its values. */
    Optional<FieldType> formerType(String object, String key) {
        return database.select(CUSTOM_FIELD.TYPE)
                .from(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.OBJECT.eq(object))
                .and(CUSTOM_FIELD.KEY.eq(key))
                .and(CUSTOM_FIELD.DELETED_AT.isNotNull())
                .limit(1)
                .fetchOptional(row -> FieldType.of(row.value1()));
    }

    /** Says whether it was added; not when the key is taken. */
    boolean add(String object, CustomField field) {
        var actor = Acting.current();
        return database.insertInto(CUSTOM_FIELD)
                        .set(CUSTOM_FIELD.TENANT_ID, actor.tenant())
                        .set(CUSTOM_FIELD.ID, field.id())
                        .set(CUSTOM_FIELD.OBJECT, object)
                        .set(CUSTOM_FIELD.KEY, field.key())
                        .set(CUSTOM_FIELD.TYPE, field.type().key())
                        .set(changeable(field))
                        .set(CUSTOM_FIELD.CREATED_AT, now())
                        .set(CUSTOM_FIELD.CREATED_BY, actor.person())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Says whether it was written; not when somebody changed the field in between. */
    boolean change(CustomField field) {
        return database.update(CUSTOM_FIELD)
                        .set(changeable(field))
                        .set(CUSTOM_FIELD.VERSION, field.version() + 1)
                        .where(CUSTOM_FIELD.ID.eq(field.id()))
                        .and(CUSTOM_FIELD.VERSION.eq(field.version()))
                        .and(CUSTOM_FIELD.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    private static CustomFieldRecord changeable(CustomField field) {
        var row = new CustomFieldRecord();
        row.setLabel(field.label());
        row.setLabelEn(field.labelEn());
        row.setHelp(field.help());
        row.setRequired(field.required());
        row.setDecimals(field.decimals() == null ? null : field.decimals().shortValue());
        row.setOptions(JSONB.valueOf(JSON.writeValueAsString(field.options())));
        row.setFormula(field.formula());
        row.setPosition(field.order());
        return row;
    }

    /** Out of every list; its slot is free for another field, its values stay in the records unseen. */
    void delete(UUID id) {
        database.update(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.DELETED_AT, now())
                .set(CUSTOM_FIELD.SLOT, (String) null)
                .set(CUSTOM_FIELD.INDEXED, false)
                .where(CUSTOM_FIELD.ID.eq(id))
                .execute();
    }

    Set<String> slots(String object) {
        return database.select(CUSTOM_FIELD.SLOT)
                .from(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.OBJECT.eq(object))
                .and(CUSTOM_FIELD.SLOT.isNotNull())
                .fetchSet(CUSTOM_FIELD.SLOT);
    }

    /** Takes a slot; a unique index refuses one that another field took in the same moment. */
    void takeSlot(UUID id, String slot) {
        database.update(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.SLOT, slot)
                .where(CUSTOM_FIELD.ID.eq(id))
                .and(CUSTOM_FIELD.SLOT.isNull())
                .and(CUSTOM_FIELD.DELETED_AT.isNull())
                .execute();
    }

    void filled(UUID id) {
        database.update(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.INDEXED, true)
                .where(CUSTOM_FIELD.ID.eq(id))
                .and(CUSTOM_FIELD.SLOT.isNotNull())
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
