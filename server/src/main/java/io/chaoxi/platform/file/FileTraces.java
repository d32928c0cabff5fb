package io.chaoxi.platform.file;

import static chaoxi.tables.Tables.JOB;
import static chaoxi.tables.Tables.STORED_FILE;

import io.chaoxi.platform.sheet.SheetLimits;
import io.chaoxi.platform.sheet.SheetReader;
import io.chaoxi.platform.sheet.SheetRefused;
import io.chaoxi.platform.sheet.SheetRow;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The files of a person: those of his record, files that jobs made for it, and every sheet that was uploaded or exported
 * with him in it. Sheets are read one after the other; one that cannot be read goes too, for nobody can tell.
 */
@Component
@Order(5)
class FileTraces implements Traces {
    private static final SheetLimits LIMITS = new SheetLimits(1_100_000, 1_000, 1_100_000, 4_000_000, 1_000_000_000L);
    private static final Condition OF_NO_RECORD = STORED_FILE.RECORD_ID.isNull().and(STORED_FILE.FIELD.isNull());

    private final DSLContext database;
    private final FileSql sql;
    private final FileFolder folder;

    FileTraces(DSLContext database, FileSql sql, FileFolder folder) {
        this.database = database;
        this.sql = sql;
        this.folder = folder;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return sql.ofAll(person.records()).stream().map(FileTraces::told).toList();
    }

    private static Map<String, @Nullable Object> told(StoredFile file) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("at", file.at().toString());
        told.put("id", file.id().toString());
        told.put("name", file.name());
        told.put("size", file.size());
        told.put("mediaType", file.mediaType());
        told.put("field", file.field());
        return told;
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        if (after == null) forget(named(person).or(orderedFor(person)));
        StoredFile sheet = nextSheet(after);
        if (sheet == null) return null;
        if (holds(sheet, person)) forget(STORED_FILE.ID.eq(sheet.id()));
        return sheet.id();
    }

    private void forget(Condition which) {
        for (StoredFile file : sql.forget(which)) folder.removeAfterCommit(folder.place(file.id(), file.at()));
    }

    /** What is called like him, deleted or not, whether an upload or the file of a job. */
    private static Condition named(Traced person) {
        var called = person.names().stream()
                .map(name -> STORED_FILE.NAME.startsWith(name + "."))
                .reduce(person.numbered(STORED_FILE.NAME), Condition::or);
        return OF_NO_RECORD.and(called);
    }

    private static Condition orderedFor(Traced person) {
        var ordered = person.records().stream()
                .map(id -> JOB.ARGUMENTS.cast(SQLDataType.CLOB).contains(id.toString()))
                .reduce(DSL.falseCondition(), Condition::or);
        return STORED_FILE.JOB_ID.in(DSL.select(JOB.ID).from(JOB).where(ordered));
    }

    private @Nullable StoredFile nextSheet(@Nullable UUID after) {
        return database.select(STORED_FILE.ID)
                .from(STORED_FILE)
                .where(OF_NO_RECORD)
                .and(STORED_FILE.DELETED_AT.isNull())
                .and(STORED_FILE.MEDIA_TYPE.startsWith("text/").or(STORED_FILE.MEDIA_TYPE.contains("spreadsheetml")))
                .and(after == null ? DSL.noCondition() : STORED_FILE.ID.gt(after))
                .orderBy(STORED_FILE.ID)
                .limit(1)
                .fetchOptional(STORED_FILE.ID)
                .flatMap(sql::find)
                .orElse(null);
    }

    private boolean holds(StoredFile file, Traced person) {
        Path place = folder.place(file.id(), file.at());
        if (!Files.isRegularFile(place)) return false;
        try (SheetReader sheet = SheetReader.open(place, file.name(), LIMITS)) {
            if (person.tells(sheet.header())) return true;
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (person.tells(row.cells())) return true;
            }
            return false;
        } catch (IOException | SheetRefused unreadable) {
            return true;
        }
    }
}
