package io.chaoxi.feed;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks of the acting person, as he may see them now; from a month back to a year ahead. */
@Component
class DueTasks {
    private static final int MOST = 1_000;
    private static final String WHICH = "owner==@me;status==open;dueOn=ge=@today-30d;dueOn=le=@today+365d";
    private static final List<String> FIELDS =
            List.of("subject", "dueOn", "dueTime", "dueAt", "goal", "customer", "contact", "lead", "changedAt");
    private static final List<String> ABOUT = List.of("customer", "contact", "lead");

    private final Catalogues catalogues;
    private final RecordReading reading;
    private final CrmSettings settings;

    DueTasks(Catalogues catalogues, RecordReading reading, CrmSettings settings) {
        this.catalogues = catalogues;
        this.reading = reading;
        this.settings = settings;
    }

    /** None for whoever may read no tasks, or not when they are due. The soonest ones, when there are too many. */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        Catalogue tasks = catalogues.of("task");
        boolean told = Stream.of("owner", "status", "dueOn", "dueAt", "changedAt")
                .allMatch(name -> tasks.visible(name).isPresent());
        if (!tasks.actor().may("task.read") || !told) return List.of();
        var fields =
                FIELDS.stream().filter(name -> tasks.visible(name).isPresent()).toList();
        var entries = new ArrayList<Entry>();
        String after = null;
        do {
            var query = new RecordQuery(WHICH, "", "dueAt", fields, RecordQuery.LARGEST_PAGE, after, false);
            var page = reading.list(tasks, query);
            for (Map<String, @Nullable Object> row : page.items()) entries.add(entry(row));
            after = page.next();
        } while (after != null && entries.size() < MOST);
        return entries;
    }

    private Entry entry(Map<String, @Nullable Object> row) {
        String id = String.valueOf(row.get("id"));
        String about = ABOUT.stream()
                .map(field -> label(row.get(field)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        String goal = Objects.toString(row.get("goal"), "");
        return new Entry(
                id,
                LocalDate.parse(String.valueOf(row.get("dueOn"))),
                row.get("dueTime") == null ? null : Instant.parse(String.valueOf(row.get("dueAt"))),
                Objects.toString(row.get("subject"), "…"),
                Stream.of(about, goal).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")),
                settings.baseUrl() + "/tasks/" + id,
                Instant.parse(String.valueOf(row.get("changedAt"))),
                ((Number) Objects.requireNonNull(row.get("version"))).longValue());
    }

    private static @Nullable String label(@Nullable Object reference) {
        return reference instanceof Map<?, ?> named && named.get("label") instanceof String label ? label : null;
    }
}
