package io.chaoxi.platform.file;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.limit.Limit;
import io.chaoxi.platform.limit.Limits;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.rights.Acting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps files and hands them out. Attachments are read by whoever reaches their record; uploads and files of jobs by
 * their maker only, everybody else gets the same 404 as for a file that is not there.
 */
@Service
public class StoredFiles {
    private static final long MEGABYTE = 1_000_000;
    private static final long LARGEST_ATTACHMENT = 50 * MEGABYTE;
    private static final long LARGEST_IMPORT = 100 * MEGABYTE;

    private final FileSql sql;
    private final FileFolder folder;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final Limits limits;
    private final ObjectProvider<FileGate> gates;
    private final Clock clock;

    StoredFiles(
            FileSql sql,
            FileFolder folder,
            Catalogues catalogues,
            RecordReading reading,
            Limits limits,
            ObjectProvider<FileGate> gates,
            Clock clock) {
        this.sql = sql;
        this.folder = folder;
        this.catalogues = catalogues;
        this.reading = reading;
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
        reading.find(catalogue, record);
        return received(name, content, LARGEST_ATTACHMENT, catalogue.type().object(), record);
    }

    /** Keeps an upload of at most 100 MB for an import by the acting person. */
    @Transactional
    public StoredFile upload(String object, @Nullable String name, InputStream content) {
        return received(name, content, LARGEST_IMPORT, object, null);
    }

    private StoredFile received(
            @Nullable String name, InputStream content, long largest, String object, @Nullable UUID record) {
        Path draft = folder.receive(content, largest);
        try {
            String clean = FileNames.clean(name);
            return keep(draft, clean, FileContent.mediaType(draft, clean), object, record, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FileFolder.remove(draft);
        }
    }

    /** Where a job of the acting person's firm writes a file; the same place for the same key in the next run. */
    public Path draft(UUID job, String key) {
        return folder.draft(job + "-" + key);
    }

    /** Keeps what a job made; the draft is moved away. It counts for the quota but is not refused by it. */
    @Transactional
    public StoredFile keepOfJob(UUID job, String object, Path draft, String name, String mediaType) {
        try {
            return stored(draft, FileNames.clean(name), mediaType, object, null, job);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile keep(
            Path draft, String name, String mediaType, String object, @Nullable UUID record, @Nullable UUID job)
            throws IOException {
        long quota = limits.of(Limit.STORAGE_MEGABYTES) * MEGABYTE;
        if (sql.used() + Files.size(draft) > quota) {
            throw Refusal.of(422, "storageFull", java.util.Map.of("max", quota / MEGABYTE));
        }
        return stored(draft, name, mediaType, object, record, job);
    }

    private StoredFile stored(
            Path draft, String name, String mediaType, String object, @Nullable UUID record, @Nullable UUID job)
            throws IOException {
        var file = new StoredFile(
                Ids.next(),
                name,
                Files.size(draft),
                mediaType,
                clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                Acting.current().person(),
                object,
                record,
                job);
        folder.keep(draft, folder.place(file.id(), file.at()));
        sql.insert(file);
        return file;
    }

    /** The attachments of a record in reach, newest first, behind the given one. */
    @Transactional(readOnly = true)
    public List<StoredFile> of(Catalogue catalogue, UUID record, @Nullable UUID after, int limit) {
        reading.find(catalogue, record);
        return sql.of(catalogue.type().object(), record, after, limit);
    }

    /** The file, when the acting person may have it; 404 otherwise. */
    @Transactional(readOnly = true)
    public StoredFile get(UUID id) {
        StoredFile file = sql.find(id).orElseThrow(Refusal::notFound);
        if (file.record() != null) {
            reading.find(catalogues.of(String.valueOf(file.object())), file.record());
        } else if (!file.by().equals(Acting.current().person())) {
            throw Refusal.notFound();
        }
        gates.forEach(gate -> gate.pass(file));
        return file;
    }

    /** Where its bytes lie, for reading; 404 when they are gone. */
    public Path bytes(StoredFile file) {
        Path place = folder.place(file.id(), file.at());
        if (!Files.isRegularFile(place)) throw Refusal.notFound();
        return place;
    }

    /** Deletes for good. An attachment needs the right to update its record. */
    @Transactional
    public void delete(UUID id) {
        StoredFile file = get(id);
        if (file.record() != null) Acting.current().require(file.object() + ".update");
        if (!sql.delete(id)) throw Refusal.notFound();
        folder.removeAfterCommit(folder.place(id, file.at()));
    }
}
