package io.chaoxi.platform.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Where a kept file lies below the folder of files: {@code <firm>/<yy-MM>/<id>}. */
public final class FilePlace {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yy-MM").withZone(ZoneOffset.UTC);

    private FilePlace() {}

    public static Path of(long tenant, UUID id, Instant at) {
        return Path.of(String.valueOf(tenant), MONTH.format(at), id.toString());
    }
}
