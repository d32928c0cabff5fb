package io.chaoxi.exchange;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.database.DatabaseTime;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Idempotency;
import io.chaoxi.platform.rights.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports: upload, preview, start, history, undo, template. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {
    private static final Duration PREVIEW = Duration.ofSeconds(30);

    private final Imports imports;
    private final ImportPreview preview;
    private final ImportTemplate template;
    private final StoredFiles files;
    private final Idempotency idempotency;
    private final Desks desks;

    ImportController(
            Imports imports,
            ImportPreview preview,
            ImportTemplate template,
            StoredFiles files,
            Idempotency idempotency,
            Desks desks) {
        this.imports = imports;
        this.preview = preview;
        this.template = template;
        this.files = files;
        this.idempotency = idempotency;
        this.desks = desks;
    }

    /** The imports of the caller. */
    record ImportList(List<Imports.Line> items, @Nullable String next) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    ImportList list() {
        return new ImportList(imports.list(), null);
    }

    @PostMapping
    @Needs("{object}.import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView start(
            @RequestParam String object,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String upload,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String duplicates,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String pool,
            @RequestParam(required = false) @Nullable String tags,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var wish = new Imports.Wish(object, mapping, duplicates, owner, pool, tags, dryRun);
        String source = file == null || key == null ? upload : digest(file);
        return idempotency.job(
                key, "imports" + wish + source, () -> of(object, file, upload, id -> imports.start(id, wish)));
    }

    private static String digest(MultipartFile file) {
        try (var content = file.getInputStream()) {
            return file.getOriginalFilename() + " " + Idempotency.digest(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/preview")
    @Needs("{object}.import")
    ImportPreview.Preview preview(
            @RequestParam String object,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String upload,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String duplicates) {
        DatabaseTime.allow(PREVIEW);
        var wish = new Imports.Wish(object, mapping, duplicates, null, null, null, true);
        return desks.at(() -> of(object, file, upload, id -> preview.of(id, wish)));
    }

    /** Works on an earlier upload, or on the file that came along; a file that is refused is not kept. */
    private <T> T of(String object, @Nullable MultipartFile file, @Nullable String upload, Function<UUID, T> work) {
        imports.open(object);
        if (upload != null && !upload.isBlank()) return work.apply(Ids.known(upload));
        if (file == null) throw Refusal.field("file", "notBlank");
        UUID kept = keep(object, file);
        try {
            return work.apply(kept);
        } catch (Refusal refused) {
            files.delete(kept);
            throw refused;
        }
    }

    private UUID keep(String object, MultipartFile file) {
        try (var content = file.getInputStream()) {
            return files.upload(object, file.getOriginalFilename(), content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/template/{object}")
    @Needs("{object}.import")
    ResponseEntity<byte[]> template(@PathVariable String object, @RequestParam(defaultValue = "xlsx") String format) {
        return template.of(imports.open(object), Format.of(format));
    }

    @PostMapping("/{id}/undo")
    @Needs(Needs.SIGNED_IN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView undo(@PathVariable String id) {
        return imports.undo(Ids.known(id));
    }
}
