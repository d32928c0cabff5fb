package io.chaoxi.platform.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the records of the firm use a choice, whoever may see them; the recycle bin counts. These are questions of the
 * program, whoever calls passes the right to manage the list before.
 */
@Component
public class ChoiceUse {
    private static final int BATCH = 1_000;

    private final Catalogues catalogues;
    private final DSLContext database;

    ChoiceUse(Catalogues catalogues, DSLContext database) {
        this.catalogues = catalogues;
        this.database = database;
    }

    /** The object whose records hold this item of a dictionary, if any. */
    public Optional<String> ofItem(String dictionary, String id) {
        for (RecordType type : catalogues.types()) {
            for (Field field : catalogues.of(type).all()) {
                if (dictionary.equals(field.dictionary()) && any(type, holds(type, field, id))) {
                    return Optional.of(type.object());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a record holds this option of a custom field. */
    public boolean ofOption(String object, String field, String id) {
        Catalogue catalogue = catalogues.of(object);
        return catalogue.all().stream()
                .filter(found -> found.name().equals(field))
                .anyMatch(found -> any(catalogue.type(), holds(catalogue.type(), found, id)));
    }

    private static Condition holds(RecordType type, Field field, String id) {
        if (field.column() != null && field.type() == FieldType.CHOICES) {
            return DSL.arrayOverlap(type.column(field.column(), String[].class), DSL.val(new String[] {id}));
        }
        if (field.column() != null) return type.column(field.column()).eq(id);
        var custom = type.column("custom", JSONB.class);
        if (field.type() == FieldType.CHOICE) {
            return DSL.jsonbGetAttributeAsText(custom, DSL.inline(field.key())).eq(id);
        }
        var stored = DSL.jsonbGetAttribute(custom, DSL.inline(field.key()));
        return DSL.condition(DSL.function("jsonb_exists", SQLDataType.BOOLEAN, stored, DSL.val(id)));
    }

    private boolean any(RecordType type, Condition condition) {
        return database.fetchExists(DSL.selectOne().from(type.table()).where(condition));
    }

    /** The object whose records carry the tag, if any. */
    public Optional<String> ofTag(UUID tag) {
        return catalogues.types().stream()
                .filter(RecordType::tagged)
                .filter(type -> any(type, carries(type, tag)))
                .map(RecordType::object)
                .findFirst();
    }

    private static Condition carries(RecordType type, UUID tag) {
        return DSL.arrayOverlap(type.column("tags", UUID[].class), DSL.val(new UUID[] {tag}));
    }

    /** How many records of the firm carry each tag, those in the recycle bin too; tags without records are absent. Reads every tagged record. */
    public Map<UUID, Long> ofTags() {
        var counts = new HashMap<UUID, Long>();
        for (RecordType type : catalogues.types()) {
            if (!type.tagged()) continue;
            counted(type).forEach((tag, count) -> counts.merge(tag, count, Long::sum));
        }
        return counts;
    }

    private Map<UUID, Long> counted(RecordType type) {
        var tags = DSL.unnest(type.column("tags", UUID[].class)).as("carried", "tag");
        var tag = tags.field("tag", UUID.class);
        return database.select(tag, DSL.count().cast(Long.class))
                .from(type.table())
                .crossJoin(DSL.lateral(tags))
                .groupBy(tag)
                .fetchMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class));
    }

    /**
     * Takes the tag from up to a thousand records of a type behind the given one, which become newer versions without a
     * line in their history; answers where to go on, null at the end.
     */
    @Transactional
    public @Nullable UUID takeTag(RecordType type, UUID tag, @Nullable UUID after) {
        var id = type.column("id", UUID.class);
        List<UUID> ids = database.select(id)
                .from(type.table())
                .where(carries(type, tag))
                .and(after == null ? DSL.noCondition() : id.gt(after))
                .orderBy(id)
                .limit(BATCH)
                .fetch(id);
        var tags = type.column("tags", UUID[].class);
        var version = type.column("version", Long.class);
        database.update(type.table())
                .set(tags, DSL.arrayRemove(tags, tag))
                .set(version, version.plus(1))
                .where(id.in(ids))
                .execute();
        return ids.size() < BATCH ? null : ids.getLast();
    }
}
