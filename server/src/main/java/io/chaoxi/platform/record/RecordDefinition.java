package io.chaoxi.platform.record;

import io.chaoxi.platform.Labels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** A record type in the making. */
public final class RecordDefinition {
    final String object;
    final String path;
    final Table<? extends Record> table;
    final Class<? extends java.lang.Record> draft;

    @Nullable
    Class<? extends java.lang.Record> derived;

    RecordRules rules = RecordRules.NONE;
    String title = "name";

    @Nullable
    String hint;

    String newest = "createdAt";

    @Nullable
    String foundBy;

    @Nullable
    RecordMatching matching;

    final Map<String, String> sharedWith = new LinkedHashMap<>();
    boolean personal;
    Ending ending = Ending.NEVER;
    final Map<String, String> made = new HashMap<>();

    RecordDefinition(
            String object, String path, Table<? extends Record> table, Class<? extends java.lang.Record> draft) {
        this.object = object;
        this.path = path;
        this.table = table;
        this.draft = draft;
    }

    /** Fields that the program writes and people read. */
    public RecordDefinition derived(Class<? extends java.lang.Record> fields) {
        this.derived = fields;
        return this;
    }

    public RecordDefinition rules(RecordRules rules) {
        this.rules = rules;
        return this;
    }

    /** The field by which a record is called, where that is not its name. */
    public RecordDefinition title(String field) {
        this.title = field;
        return this;
    }

    /** The field shown in grey beside the title in search results. */
    public RecordDefinition hint(String field) {
        this.hint = field;
        return this;
    }

    /** The moment by which the newest come first in a list, where that is not when the record was made. */
    public RecordDefinition newestBy(String field) {
        this.newest = field;
        return this;
    }

    /** A text by whose beginning the search finds records too, as it stands; for objects of few rows. */
    public RecordDefinition foundBy(String field) {
        this.foundBy = field;
        return this;
    }

    /** How records are found again among many rows; without it an import looks for no duplicates. */
    public RecordDefinition matching(RecordMatching matching) {
        this.matching = matching;
        return this;
    }

    /** Records are shared together with the record that they belong to, named by the column that holds it. */
    public RecordDefinition sharedWith(String object, String column) {
        sharedWith.put(column, object);
        return this;
    }

    /** With one of these values in that choice a record is at its end: without an owner it is in no pool, with one it stays. */
    public RecordDefinition endedBy(String field, Set<String> values) {
        this.ending = new Ending(field, values);
        return this;
    }

    /** A field holds words of another one: who may not read that may not read this. */
    public RecordDefinition made(String field, String of) {
        made.put(field, of);
        return this;
    }

    /** A record is a natural person, who can ask for his data and for their end. */
    public RecordDefinition personal() {
        this.personal = true;
        return this;
    }

    public RecordType with(Labels labels) {
        return new RecordType(this, labels);
    }
}
