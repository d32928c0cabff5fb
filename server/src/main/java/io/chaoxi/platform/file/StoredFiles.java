package io.chaoxi.platform.file;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.limit.Limit;
import io.chaoxi.platform.limit.Limits;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.rights.Acting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps files and hands them out. Attachments are read by whoever reaches their record; files of a field by whoever may
 * read the field besides; uploads and files of jobs by their maker only. Everybody else gets the same 404 as for a file
 * that is not there.
 */
@Service
public class StoredFiles {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");
    private static final long MEGABYTE = 1_000_000;
    private static final Duration UPLOAD = Duration.ofSeconds(60);
    private static final long LARGEST_ATTACHMENT = 50 * MEGABYTE;
    private static final long LARGEST_IMPORT = 100 * MEGABYTE;

    private final FileSql sql;
    private final FileFolder folder;
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final Limits limits;
    private final ObjectProvider<FileGate> gates;
    private final Clock clock;

    StoredFiles(
            FileSql sql,
            FileFolder folder,
            Catalogues catalogues,
            RecordFinding finding,
            Limits limits,
            ObjectProvider<FileGate> gates,
            Clock clock) {
        this.sql = sql;
        this.folder = folder;
        this.catalogues = catalogues;
        this.finding = finding;
        this.limits = limits;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Keeps an attachment of at most 50 MB. Needs the right to update the record; 404 when it is out of reach, 413 when
     * the file is too large, 415 when its content is of no kind that is kept, 422 beyond the firm's quota.
     */
    @Transactional
    public StoredFile attach(Catalogue catalogue, UUID record, @Nullable String name, InputStream content) {
        catalogue.actor().require(catalogue.type().object() + ".update");
        finding.findToWrite(catalogue, record);
        return received(
                name,
                content,
                LARGEST_ATTACHMENT,
                new Belonging(catalogue.type().object(), record, null, null));
    }

    /**
     * Keeps a file of at most 50 MB for a field of a record that is yet to be written, which takes it over when it names
     * it; until then it is the acting person's alone. Refused like an attachment, and 422 for a field that holds no files
     * or is not his to write.
     */
    @Transactional
    public StoredFile uploadFor(Catalogue catalogue, String field, @Nullable String name, InputStream content) {
        String object = catalogue.type().object();
        if (!catalogue.actor().may(object + ".create")) catalogue.actor().require(object + ".update");
        Field holder = catalogue
                .visible(field)
                .filter(found -> found.type() == FieldType.FILES)
                .orElseThrow(() -> Refusal.field("field", "unknownField"));
        if (!catalogue.writable(holder)) throw Refusal.field("field", "fieldNotWritable");
        return received(name, content, LARGEST_ATTACHMENT, new Belonging(object, null, null, holder.name()));
    }

    /** Keeps an upload of at most 100 MB for an import by the acting person. */
    @Transactional
    public StoredFile upload(String object, @Nullable String name, InputStream content) {
        return received(name, content, LARGEST_IMPORT, new Belonging(object, null, null, null));
    }

    /** Whose a file is to be; see {@link StoredFile}. */
    private record Belonging(
            String object,
            @Nullable UUID record,
            @Nullable UUID job,
            @Nullable String field) {}

    private StoredFile received(@Nullable String name, InputStream content, long largest, Belonging belonging) {
        DatabaseTime.allow(UPLOAD);
        Path draft = folder.receive(content, largest);
        try {
            String clean = FileNames.clean(name);
            return keep(draft, clean, FileContent.mediaType(draft, clean), belonging);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FileFolder.remove(draft);
        }
    }

    /** Where a job of the acting person's firm writes a file. */
    public Path draft(String name) {
        return folder.draft(name);
    }

    /** Removes a draft, also where there is none. */
    public void dropDraft(Path draft) {
        FileFolder.remove(draft);
    }

    /** A name for what a job makes now, such as 客户-20261122-0930.csv; the acting person's time zone. */
    public String nameNow(String what, String ending) {
        var now = ZonedDateTime.ofInstant(clock.instant(), Acting.current().zone());
        return "%s-%s.%s".formatted(what, STAMP.format(now), ending);
    }

    /** Keeps what a job made; the draft is moved away. It counts for the quota but is not refused by it. */
    @Transactional
    public StoredFile keepOfJob(UUID job, String object, Path draft, String name, String mediaType) {
        try {
            return stored(draft, FileNames.clean(name), mediaType, new Belonging(object, null, job, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile keep(Path draft, String name, String mediaType, Belonging belonging) throws IOException {
        if (belonging.record() != null) finding.hold(catalogues.of(belonging.object()), belonging.record());
        long quota = limits.of(Limit.STORAGE_MEGABYTES) * MEGABYTE;
        if (sql.used() + Files.size(draft) > quota) {
            throw Refusal.of(422, "storageFull", java.util.Map.of("max", quota / MEGABYTE));
        }
        return stored(draft, name, mediaType, belonging);
    }

    private StoredFile stored(Path draft, String name, String mediaType, Belonging belonging) throws IOException {
        var file = new StoredFile(
                Ids.next(),
                name,
                Files.size(draft),
                mediaType,
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                Acting.current().person(),
                belonging.object(),
                belonging.record(),
                belonging.job(),
                belonging.field());
        folder.keep(draft, folder.place(file.id(), file.at()));
        sql.insert(file);
        return file;
    }

    /** The attachments of a record in reach, newest first, behind the given one. */
    @Transactional(readOnly = true)
    public List<StoredFile> of(Catalogue catalogue, UUID record, @Nullable UUID after, int limit) {
        finding.find(catalogue, record);
        return sql.of(catalogue.type().object(), record, after, limit);
    }

    /** The file, when the acting person may have it; 404 otherwise. */
    @Transactional(readOnly = true)
    public StoredFile get(UUID id) {
        StoredFile file = sql.find(id).orElseThrow(Refusal::notFound);
        if (file.record() != null) {
            Catalogue catalogue = catalogues.of(String.valueOf(file.object()));
            finding.find(catalogue, file.record());
            if (file.field() != null && !readable(catalogue, file.field())) throw Refusal.notFound();
        } else if (!file.by().equals(Acting.current().person())) {
            throw Refusal.notFound();
        }
        gates.forEach(gate -> gate.pass(file));
        return file;
    }

    private static boolean readable(Catalogue catalogue, String field) {
        return catalogue
                .visible(field)
                .filter(found -> catalogue.right(found).readable())
                .isPresent();
    }

    /** Where its bytes lie, for reading; 404 when they are gone. */
    public Path bytes(StoredFile file) {
        Path place = folder.place(file.id(), file.at());
        if (!Files.isRegularFile(place)) throw Refusal.notFound();
        return place;
    }

    /** Deletes for good. An attachment needs the right to update its record; a file of a field goes by writing the field (409). */
    @Transactional
    public void delete(UUID id) {
        StoredFile file = get(id);
        if (file.record() != null) {
            Acting.current().require(file.object() + ".update");
            finding.findToWrite(catalogues.of(String.valueOf(file.object())), file.record());
        }
        boolean waiting = file.field() != null && file.record() == null;
        if (file.held() || waiting && !sql.deleteWaiting(id)) throw Refusal.of(409, "fileInField");
        if (!waiting && !sql.delete(id)) throw Refusal.notFound();
        folder.removeAfterCommit(folder.place(id, file.at()));
    }
}
