package io.chaoxi.exchange;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.sheet.SheetWriter;
import io.chaoxi.platform.sheet.SheetWriter.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The two kinds of sheets that are written. */
enum Format {
    CSV("csv", "text/csv"),
    XLSX("xlsx", RefusedFile.XLSX);

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    static Format of(String word) {
        for (Format format : values()) {
            if (format.extension.equals(word)) return format;
        }
        throw Refusal.field("format", "unknownChoice");
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    SheetWriter writer(OutputStream out, String title, List<Column> columns) throws IOException {
        return this == CSV ? SheetWriter.csv(out, columns) : SheetWriter.xlsx(out, title, columns);
    }
}
