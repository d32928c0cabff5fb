package io.chaoxi.conversation;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Idempotency;
import io.chaoxi.platform.rights.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Comments, attachments and the timeline of any record; downloads stand under {@code /api/v1/files}. */
@RestController
@RequestMapping("/api/v1/{path:[a-z][a-z-]*}/{id}")
class ConversationController {
    private final Catalogues catalogues;
    private final Comments comments;
    private final StoredFiles files;
    private final Timeline timeline;
    private final Entries entries;
    private final Idempotency idempotency;

    ConversationController(
            Catalogues catalogues,
            Comments comments,
            StoredFiles files,
            Timeline timeline,
            Entries entries,
            Idempotency idempotency) {
        this.catalogues = catalogues;
        this.comments = comments;
        this.files = files;
        this.timeline = timeline;
        this.entries = entries;
        this.idempotency = idempotency;
    }

    @GetMapping("/timeline")
    @Needs("{object}.read")
    Timeline.Past timeline(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String types,
            @RequestParam(required = false) @Nullable String after) {
        return timeline.of(catalogues.ofPath(path), Ids.known(id), types, Moment.behind(after));
    }

    @GetMapping("/comments")
    @Needs("{object}.read")
    Place.Page<Map<String, @Nullable Object>> comments(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after) {
        var found = comments.of(catalogues.ofPath(path), Ids.known(id), Place.behind(after), Place.PAGE + 1);
        return Place.Page.of(found, comment -> comment.id().toString(), entries::comments);
    }

    @PostMapping("/comments")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> comment(
            @PathVariable String path,
            @PathVariable String id,
            @RequestBody @Shaped(CommentText.Body.class) JsonNode body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var catalogue = catalogues.ofPath(path);
        var added = comments.add(catalogue, Ids.known(id), CommentText.of(body), key);
        var shown = entries.comments(List.of(added.comment())).getFirst();
        shown.put("unreached", added.unreached());
        return shown;
    }

    @DeleteMapping("/comments/{comment}")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteComment(@PathVariable String path, @PathVariable String id, @PathVariable String comment) {
        comments.delete(catalogues.ofPath(path), Ids.known(id), Ids.known(comment));
    }

    @PutMapping("/comments/{comment}/pin")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(@PathVariable String path, @PathVariable String id, @PathVariable String comment) {
        comments.pin(catalogues.ofPath(path), Ids.known(id), Ids.known(comment));
    }

    @DeleteMapping("/comments/{comment}/pin")
    @Needs("{object}.read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(@PathVariable String path, @PathVariable String id, @PathVariable String comment) {
        comments.unpin(catalogues.ofPath(path), Ids.known(id), Ids.known(comment));
    }

    @GetMapping("/files")
    @Needs("{object}.read")
    Place.Page<Map<String, @Nullable Object>> files(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after) {
        var found = files.of(catalogues.ofPath(path), Ids.known(id), Place.behind(after), Place.PAGE + 1);
        return Place.Page.of(found, file -> file.id().toString(), page -> entries.files(page, "type"));
    }

    @PostMapping("/files")
    @Needs("{object}.update")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> attach(
            @PathVariable String path,
            @PathVariable String id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (file == null) throw Refusal.field("file", "notBlank");
        var catalogue = catalogues.ofPath(path);
        String request = key == null ? "" : path + " " + id + " " + digest(file);
        UUID kept = idempotency.once(key, request, () -> attach(catalogue, Ids.known(id), file));
        return entries.files(List.of(files.get(kept)), "type").getFirst();
    }

    private UUID attach(Catalogue catalogue, UUID record, MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return files.attach(catalogue, record, file.getOriginalFilename(), content)
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return file.getOriginalFilename() + " " + Idempotency.digest(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
