package io.chaoxi.identity.firm;

import chaoxi.tables.tables.records.AccessLogRecord;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The access log, newest first. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AccessLog accessLog;
    private final RecordLabels labels;

    AuditController(AccessLog accessLog, RecordLabels labels) {
        this.accessLog = accessLog;
        this.labels = labels;
    }

    record Reference(UUID id, String label) {}

    record Line(
            UUID id,
            String at,
            @Nullable Reference by,
            String action,
            @Nullable String object,
            @Nullable Reference record,
            @Nullable JsonNode detail,
            @Nullable String address) {}

    record Page(List<Line> items, @Nullable UUID next) {}

    @GetMapping
    @Needs("audit.read")
    Page page(@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > RecordQuery.LARGEST_PAGE) {
            throw Refusal.malformed("limitOutOfRange", Map.of("max", RecordQuery.LARGEST_PAGE));
        }
        var rows = accessLog.lines(cursor(after), limit + 1);
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        var names = labels.of(
                "person",
                shown.stream()
                        .flatMap(row -> Stream.of(row.getById(), row.getRecordId()))
                        .filter(Objects::nonNull)
                        .toList());
        return new Page(
                shown.stream().map(row -> line(row, names)).toList(),
                more ? shown.getLast().getId() : null);
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("cursorRefused", Map.of());
        }
    }

    /** A sign-in is noted by the program itself; it was the one who signed in. */
    private static @Nullable UUID who(AccessLogRecord row) {
        return "signedIn".equals(row.getAction()) ? row.getRecordId() : row.getById();
    }

    private static Line line(AccessLogRecord row, Map<UUID, String> names) {
        UUID by = who(row);
        UUID record = row.getRecordId();
        return new Line(
                row.getId(),
                row.getAt().toInstant().toString(),
                by == null ? null : new Reference(by, names.getOrDefault(by, "潮汐")),
                row.getAction(),
                row.getObject(),
                record == null ? null : new Reference(record, names.getOrDefault(record, "")),
                row.getDetail() == null ? null : JSON.readTree(row.getDetail().data()),
                row.getAddress());
    }
}
