package io.chaoxi.identity.firm;

import chaoxi.tables.tables.records.AccessLogRecord;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Needs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
    private final AuditWords words;
    private final Roles roles;

    AuditController(AccessLog accessLog, RecordLabels labels, AuditWords words, Roles roles) {
        this.accessLog = accessLog;
        this.labels = labels;
        this.words = words;
        this.roles = roles;
    }

    record Reference(UUID id, String label) {}

    /**
     * @param token the name of the API token through which it was done
     * @param words on what it was done and what was at stake, for people; {@code detail} holds the keys behind them
     */
    record Line(
            UUID id,
            String at,
            @Nullable Reference by,
            @Nullable String token,
            String action,
            @Nullable String object,
            @Nullable Reference record,
            List<String> words,
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
        var names = names(shown);
        return new Page(
                shown.stream().map(row -> line(row, names)).toList(),
                more ? shown.getLast().getId() : null);
    }

    /** Of people everybody's, of other records those that whoever reads the log may see. */
    private Map<UUID, String> names(List<AccessLogRecord> rows) {
        Map<String, Set<UUID>> wanted = new HashMap<>();
        for (AccessLogRecord row : rows) {
            AuditWords.mentions(detail(row))
                    .forEach(mention -> wanted.computeIfAbsent(mention.object(), object -> new HashSet<>())
                            .add(mention.id()));
            var people = wanted.computeIfAbsent("person", object -> new HashSet<>());
            if (row.getById() != null) people.add(row.getById());
            if (row.getRecordId() == null) continue;
            people.add(row.getRecordId());
            words.type(row, detail(row))
                    .filter(type -> Acting.current().may(type.object() + ".read"))
                    .ifPresent(type -> wanted.computeIfAbsent(type.object(), object -> new HashSet<>())
                            .add(row.getRecordId()));
        }
        Map<UUID, String> names = new HashMap<>();
        if (wanted.remove("role") != null) roles.all().forEach(role -> names.put(role.id(), role.name()));
        wanted.forEach((object, ids) -> names.putAll(labels.of(object, ids)));
        return names;
    }

    private static JsonNode detail(AccessLogRecord row) {
        return row.getDetail() == null
                ? JSON.createObjectNode()
                : JSON.readTree(row.getDetail().data());
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

    private Line line(AccessLogRecord row, Map<UUID, String> names) {
        UUID record = row.getRecordId();
        JsonNode detail = detail(row);
        String title = record == null || record.equals(row.getById()) ? "" : names.getOrDefault(record, "");
        return new Line(
                row.getId(),
                row.getAt().toInstant().toString(),
                who(row, names),
                row.getToken(),
                row.getAction(),
                row.getObject(),
                record == null ? null : new Reference(record, names.getOrDefault(record, "")),
                words.of(row, detail, title, names),
                row.getDetail() == null ? null : detail,
                row.getAddress() == null ? detail.path("from").stringValue(null) : row.getAddress());
    }
}
