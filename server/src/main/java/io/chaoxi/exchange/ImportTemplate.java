package io.chaoxi.exchange;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.sheet.SheetWriter.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An empty sheet with a column for each field that the caller can fill; what it is named is recognised on import. */
@Component
class ImportTemplate {
    private final Labels labels;

    ImportTemplate(Labels labels) {
        this.labels = labels;
    }

    ResponseEntity<byte[]> of(Catalogue catalogue, Format format) {
        Locale locale = catalogue.actor().locale();
        String title = labels.of(catalogue.type().object(), "_object").in(locale);
        List<Column> columns = Columns.fillable(catalogue).stream()
                .map(field -> Column.of(field.label().in(locale)))
                .toList();
        if (columns.isEmpty()) throw Refusal.forbidden(catalogue.type().object() + ".create");
        var bytes = new ByteArrayOutputStream();
        try {
            format.writer(bytes, title, columns).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(format.mediaType()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(title + "." + format.extension(), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        return new ResponseEntity<>(bytes.toByteArray(), headers, HttpStatus.OK);
    }
}
