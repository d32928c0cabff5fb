package io.chaoxi.dictionary;

import static chaoxi.tables.Tables.DICTIONARY_ITEM;

import io.chaoxi.platform.rights.Acting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Every statement on dictionary items. */
@Component
class DictionarySql {
    private final DSLContext database;

    DictionarySql(DSLContext database) {
        this.database = database;
    }

    /** All items of the firm by dictionary, each list in its order. */
    Map<String, List<DictionaryItem>> all() {
        return database.select(
                        DICTIONARY_ITEM.DICTIONARY,
                        DICTIONARY_ITEM.ID,
                        DICTIONARY_ITEM.VERSION,
                        DICTIONARY_ITEM.PARENT,
                        DICTIONARY_ITEM.LABEL,
                        DICTIONARY_ITEM.LABEL_EN,
                        DICTIONARY_ITEM.COLOR,
                        DICTIONARY_ITEM.DISABLED,
                        DICTIONARY_ITEM.POSITION.as("order"))
                .from(DICTIONARY_ITEM)
                .orderBy(DICTIONARY_ITEM.DICTIONARY, DICTIONARY_ITEM.POSITION, DICTIONARY_ITEM.ID)
                .fetchGroups(DICTIONARY_ITEM.DICTIONARY, DictionaryItem.class);
    }

    /** Adds items by dictionary; one whose id or label is taken already is left out. Says how many were added. */
    int add(Map<String, List<DictionaryItem>> items) {
        var insert = database.insertInto(
                DICTIONARY_ITEM,
                DICTIONARY_ITEM.TENANT_ID,
                DICTIONARY_ITEM.DICTIONARY,
                DICTIONARY_ITEM.ID,
                DICTIONARY_ITEM.PARENT,
                DICTIONARY_ITEM.LABEL,
                DICTIONARY_ITEM.LABEL_EN,
                DICTIONARY_ITEM.COLOR,
                DICTIONARY_ITEM.DISABLED,
                DICTIONARY_ITEM.POSITION);
        long tenant = Acting.current().tenant();
        for (var dictionary : items.entrySet()) {
            for (DictionaryItem item : dictionary.getValue()) {
                insert = insert.values(
                        tenant,
                        dictionary.getKey(),
                        item.id(),
                        item.parent(),
                        item.label(),
                        item.labelEn(),
                        item.color(),
                        item.disabled(),
                        item.order());
            }
        }
        return insert.onConflictDoNothing().execute();
    }

    /** Says whether the item still had the expected version. Its place in the list has none. */
    boolean change(String dictionary, DictionaryItem item, long version) {
        return database.update(DICTIONARY_ITEM)
                        .set(DICTIONARY_ITEM.VERSION, version + 1)
                        .set(DICTIONARY_ITEM.PARENT, item.parent())
                        .set(DICTIONARY_ITEM.LABEL, item.label())
                        .set(DICTIONARY_ITEM.LABEL_EN, item.labelEn())
                        .set(DICTIONARY_ITEM.COLOR, item.color())
                        .set(DICTIONARY_ITEM.DISABLED, item.disabled())
                        .where(DICTIONARY_ITEM.DICTIONARY.eq(dictionary))
                        .and(DICTIONARY_ITEM.ID.eq(item.id()))
                        .and(DICTIONARY_ITEM.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void order(String dictionary, List<String> ids) {
        var positions = new LinkedHashMap<String, Integer>();
        ids.forEach(id -> positions.put(id, positions.size()));
        database.update(DICTIONARY_ITEM)
                .set(DICTIONARY_ITEM.POSITION, DSL.case_(DICTIONARY_ITEM.ID).mapValues(positions))
                .where(DICTIONARY_ITEM.DICTIONARY.eq(dictionary))
                .and(DICTIONARY_ITEM.ID.in(ids))
                .execute();
    }

    void delete(String dictionary, String id) {
        database.deleteFrom(DICTIONARY_ITEM)
                .where(DICTIONARY_ITEM.DICTIONARY.eq(dictionary))
                .and(DICTIONARY_ITEM.ID.eq(id))
                .execute();
    }
}
