package io.chaoxi.identity.firm;

import chaoxi.tables.tables.records.AccessLogRecord;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final Set<String> NOBODYS = Set.of("signInRefused", "codeAsked");

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

    /** Nobody knows who tried to sign in, in vain or up to the code; whose account it was stands as the record. */
    private static @Nullable Reference who(AccessLogRecord row, Map<UUID, String> names) {
        UUID by = row.getById();
        if (by == null || NOBODYS.contains(row.getAction())) return null;
        return new Reference(by, Objects.requireNonNullElse(Actor.name(by, names), ""));
    }

    private static Line line(AccessLogRecord row, Map<UUID, String> names) {
        UUID record = row.getRecordId();
        JsonNode detail =
                row.getDetail() == null ? null : JSON.readTree(row.getDetail().data());
        return new Line(
                row.getId(),
                row.getAt().toInstant().toString(),
                who(row, names),
                row.getAction(),
                row.getObject(),
                record == null ? null : new Reference(record, names.getOrDefault(record, "")),
                detail,
                row.getAddress() == null && detail != null ? detail.path("from").stringValue(null) : row.getAddress());
    }
}
