package io.chaoxi.platform.file;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HeldFile;
import io.chaoxi.platform.rights.Needs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Uploads for fields, and downloads. The browser is told to save, never to show or to guess, so that nothing in a file runs
 * in our page.
 */
@RestController
@RequestMapping("/api/v1/files")
@Needs(Needs.SIGNED_IN)
class FileController {
    private final StoredFiles files;
    private final Catalogues catalogues;

    FileController(StoredFiles files, Catalogues catalogues) {
        this.files = files;
        this.catalogues = catalogues;
    }

    @PostMapping
    @Needs({"{object}.create", "{object}.update"})
    @ResponseStatus(HttpStatus.CREATED)
    HeldFile upload(
            @RequestParam String object,
            @RequestParam String field,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        if (file == null) throw Refusal.field("file", "notBlank");
        try (InputStream content = file.getInputStream()) {
            var kept = files.uploadFor(catalogues.of(object), field, file.getOriginalFilename(), content);
            return new HeldFile(kept.id(), kept.name(), kept.size(), kept.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always the whole file: a stream has no ranges, so that one which makes no sense is passed over, as HTTP wants it. */
    @GetMapping("/{id}")
    ResponseEntity<Resource> download(@PathVariable String id) {
        StoredFile file = files.get(Ids.known(id));
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(file.mediaType()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.setCacheControl("private, no-store");
        headers.setContentLength(file.size());
        var content = new InputStreamResource(new FileSystemResource(files.bytes(file)));
        return new ResponseEntity<>(content, headers, HttpStatus.OK);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        files.delete(Ids.known(id));
    }
}
