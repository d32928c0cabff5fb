package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What must hold before a change is written: constraints, references and files within reach, the object's own rules. */
@Component
class RecordChecks {
    private final Drafts drafts;
    private final RecordSql sql;
    private final Catalogues catalogues;
    private final HeldFiles files;

    RecordChecks(Drafts drafts, RecordSql sql, Catalogues catalogues, HeldFiles files) {
        this.drafts = drafts;
        this.sql = sql;
        this.catalogues = catalogues;
        this.files = files;
    }

    /** Refuses a change that must not be. Files that it names become the record's own; they are not when it fails later. */
    void check(Catalogue catalogue, RecordChange change) {
        if (change.kind() == Kind.CREATED || change.kind() == Kind.CHANGED) {
            drafts.check(catalogue, change);
            checkReferences(catalogue, change);
            files.takeOver(catalogue, change);
        }
        catalogue.type().rules().check(change);
    }

    /** The part of it that looks at the values alone; reads and writes nothing. */
    void examine(Catalogue catalogue, RecordChange change) {
        drafts.check(catalogue, change);
        catalogue.type().rules().examine(change);
    }

    /** Refuses references to what does not exist or is not in reach of the acting person. */
    private void checkReferences(Catalogue catalogue, RecordChange change) {
        List<FieldError> errors = new ArrayList<>();
        for (Field field : catalogue.all()) {
            if (!field.type().isReference() || field.object() == null) continue;
            if (!change.changes(field.name()) || field.is(Field.Trait.READ_ONLY)) continue;
            UUID id = change.reference(field.name());
            if (id == null || leadsSomewhere(catalogue, field, id)) continue;
            errors.add(new FieldError(field.name(), "unknownReference"));
        }
        if (!errors.isEmpty()) throw Refusal.fields(errors);
    }

    /**
     * Whether a reference leads to what is there, and in reach of the acting person; then it stays until he is done. What he
     * made in the same transaction is, though he made it for somebody else.
     */
    boolean leadsSomewhere(Catalogue catalogue, Field field, UUID id) {
        return field.object() == null
                || isActing(catalogue, field, id)
                || Remembered.hasMade(id)
                || exists(catalogue, field, field.object(), id);
    }

    private static boolean isActing(Catalogue catalogue, Field field, UUID id) {
        return "person".equals(field.object()) && catalogue.actor().person().equals(id);
    }

    /** What a record becomes part of must be his to change; for anything else it is enough that he may look at it. */
    private boolean exists(Catalogue catalogue, Field field, String object, UUID id) {
        Catalogue target = catalogues.of(object);
        RecordScope scope = catalogue.type().isParent(field)
                ? RecordScope.toWrite(target.type(), target.actor())
                : RecordScope.of(target.type(), target.actor());
        return sql.hold(target.type(), scope, id);
    }
}
