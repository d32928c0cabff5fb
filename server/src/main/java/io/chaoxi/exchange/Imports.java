package io.chaoxi.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Patches;
import io.chaoxi.platform.record.PoolOrder;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Acting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports: queued, listed, taken back. */
@Service
public class Imports {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> MAPPING = new TypeReference<>() {};

    private final Catalogues catalogues;
    private final StoredFiles files;
    private final Patches patches;
    private final RecordLabels people;
    private final PoolOrder pools;
    private final Labels labels;
    private final Jobs jobs;
    private final Cache<UUID, Long> totals = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    Imports(
            Catalogues catalogues,
            StoredFiles files,
            Patches patches,
            RecordLabels people,
            PoolOrder pools,
            Labels labels,
            Jobs jobs) {
        this.catalogues = catalogues;
        this.files = files;
        this.patches = patches;
        this.people = people;
        this.pools = pools;
        this.labels = labels;
        this.jobs = jobs;
    }

    /** What the caller asks for beside the file, as texts of a form. */
    record Wish(
            String object,
            @Nullable String mapping,
            @Nullable String duplicates,
            @Nullable String owner,
            @Nullable String pool,
            @Nullable String tags,
            boolean dryRun) {}

    /** An import in the history; {@code files} holds the refused rows, once it ended and there are any. */
    record Line(
            UUID id,
            String file,
            String object,
            Instant at,
            Person by,
            String state,
            JobView.Progress progress,
            @Nullable Object result,
            List<JobView.JobFile> files,
            boolean undoable,
            boolean undone,
            @Nullable Map<String, Object> problem) {

        static Line of(Jobs.Line line, Person by) {
            JobView job = line.job();
            return new Line(
                    job.id(),
                    line.arguments().path("file").asString(""),
                    String.valueOf(line.object()),
                    job.createdAt(),
                    by,
                    job.state(),
                    job.progress(),
                    job.result(),
                    job.files(),
                    job.undoable(),
                    line.undone(),
                    job.problem());
        }
    }

    /** Who did it. */
    record Person(UUID id, String label) {}

    /** The object, when the acting person may import into it. */
    Catalogue open(String object) {
        Catalogue catalogue = catalogues.of(object);
        catalogue.actor().require(object + ".import");
        catalogue.actor().require(object + ".create");
        return catalogue;
    }

    /**
     * The mapping as the caller wrote it: header → field, or field → list of headers that are joined into it. Headers
     * without a field are left out.
     */
    static Map<String, String> mapping(@Nullable String text) {
        if (text == null || text.isBlank()) return Map.of();
        try {
            Map<String, @Nullable Object> said = JSON.readValue(text, MAPPING);
            if (said == null) throw Refusal.field("mapping", "mappingUnreadable");
            var mapping = new HashMap<String, String>();
            said.forEach((name, value) -> {
                if (value instanceof List<?> headers) headers.forEach(header -> mapping.put(word(header), name));
                else if (value != null && !word(value).isBlank()) mapping.put(name, word(value));
            });
            return mapping;
        } catch (JacksonException wrong) {
            throw Refusal.field("mapping", "mappingUnreadable");
        }
    }

    private static String word(@Nullable Object value) {
        if (value instanceof String word) return word;
        throw Refusal.field("mapping", "mappingUnreadable");
    }

    /** Remembers how many rows a file has, for the progress of its import. */
    void counted(UUID upload, long rows) {
        totals.put(upload, rows);
    }

    /** Queues the import of an uploaded file of one's own; answers with its job. */
    @Transactional
    public JobView start(UUID upload, Wish wish) {
        Catalogue catalogue = open(wish.object());
        Policy policy = Policy.of(wish.duplicates());
        if (policy.changes()) catalogue.actor().require(wish.object() + ".update");
        StoredFile file = own(upload, wish.object());
        Map<String, String> mapping = mapping(wish.mapping());
        try (SheetFile sheet = SheetFile.open(files.bytes(file), file.name())) {
            Columns columns = mapping.isEmpty()
                    ? Columns.automatic(catalogue, labels, sheet.header())
                    : Columns.said(catalogue, sheet.header(), mapping);
            if (columns.mapping().isEmpty()) throw Refusal.field("file", "noColumnKnown");
            if (sheet.next(1).isEmpty()) throw SheetFile.withoutRows();
        }
        var given = given(catalogue, wish);
        var order = new ImportOrder(
                upload,
                file.name(),
                wish.object(),
                mapping,
                policy.word(),
                (UUID) given.get("owner"),
                pool(catalogue, wish),
                given.get("tags") instanceof List<?> tags
                        ? tags.stream().map(UUID.class::cast).toList()
                        : List.of(),
                wish.dryRun(),
                totals.getIfPresent(upload));
        return jobs.get(jobs.start(ImportJob.KIND, wish.object(), order));
    }

    /** An upload of the acting person for this object; 404 otherwise. */
    StoredFile own(UUID upload, String object) {
        StoredFile file = files.get(upload);
        boolean other = file.record() != null || file.job() != null || file.field() != null;
        if (other || !object.equals(file.object())) throw Refusal.notFound();
        return file;
    }

    /** Where new records wait for an owner; needs the right to assign, for they are then nobody's. */
    private @Nullable String pool(Catalogue catalogue, Wish wish) {
        if (wish.pool() == null || wish.pool().isBlank()) return null;
        if (wish.owner() != null && !wish.owner().isBlank()) {
            throw Refusal.fields(List.of(new FieldError("pool", "onlyOneOf", Map.of("field", "owner"))));
        }
        catalogue.actor().require(catalogue.type().object() + ".assign");
        if (wish.pool().strip().equals(ImportOrder.BY_CONDITION)) return ImportOrder.BY_CONDITION;
        UUID pool = Ids.read(wish.pool().strip()).orElseThrow(() -> Refusal.field("pool", "unknownReference"));
        boolean known = catalogue.hasPool(pool) && pools.has(catalogue.type().object(), pool);
        if (!known) throw Refusal.field("pool", "unknownReference");
        return pool.toString();
    }

    /** Owner and tags for all rows, read by the same rules as a single record's. */
    private Map<String, @Nullable Object> given(Catalogue catalogue, Wish wish) {
        var body = new HashMap<String, Object>();
        if (wish.owner() != null && !wish.owner().isBlank())
            body.put("owner", wish.owner().strip());
        if (wish.tags() != null && !wish.tags().isBlank())
            body.put("tags", wish.tags().strip().split("\\s*,\\s*"));
        var given = patches.read(catalogue, JSON.valueToTree(body), true);
        if (given.get("owner") instanceof UUID owner
                && !people.of("person", List.of(owner)).containsKey(owner)) {
            throw Refusal.field("owner", "unknownReference");
        }
        return given;
    }

    /** One's own imports, the newest first. */
    @Transactional(readOnly = true)
    List<Line> list() {
        var actor = Acting.current();
        var oneself = new Person(actor.person(), actor.name());
        return jobs.lines(ImportJob.KIND).stream()
                .filter(line -> !line.arguments().path("dryRun").asBoolean(false))
                .map(line -> Line.of(line, oneself))
                .toList();
    }

    /** Takes back what an import made and changed; 404 for a job that is no import of one's own. */
    @Transactional
    public JobView undo(UUID job) {
        if (!ImportJob.KIND.equals(jobs.get(job).kind())) throw Refusal.notFound();
        return jobs.undo(job);
    }
}
