package io.chaoxi.privacy;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.HistoryLines;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.platform.text.Masks;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How long people are kept, who is over it, and who is held. */
@RestController
@RequestMapping("/api/v1/privacy")
@Needs(PersonalData.RIGHT)
class RetentionController {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_MONTHS = 600;

    private final Retention retention;
    private final Holds holds;
    private final Jobs jobs;
    private final Catalogues catalogues;
    private final RecordLabels labels;

    RetentionController(Retention retention, Holds holds, Jobs jobs, Catalogues catalogues, RecordLabels labels) {
        this.retention = retention;
        this.holds = holds;
        this.jobs = jobs;
        this.catalogues = catalogues;
        this.labels = labels;
    }

    /** {@code months}: null for ever. {@code active}: the program erases by itself. */
    record RuleDraft(
            @Nullable Integer months,
            @Nullable Boolean binnedOnly,
            @Nullable Boolean active) {}

    record Rule(
            long version,
            @Nullable Integer months,
            boolean binnedOnly,
            boolean active,
            @Nullable Map<String, @Nullable Object> by,
            @Nullable Instant since,
            @Nullable Instant ranAt) {}

    @GetMapping("/retention")
    ResponseEntity<Rule> rule() {
        return shown(retention.rule());
    }

    /** What is absent stays as it is. */
    @PatchMapping("/retention")
    ResponseEntity<Rule> change(
            @RequestBody @Shaped(RuleDraft.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var now = retention.rule();
        var input = Input.of(body, RuleDraft.class);
        Integer months = now.months();
        if (input.has("months")) months = input.isNothing("months") ? null : (Integer) months(input);
        boolean binnedOnly = input.yesNo("binnedOnly", now.binnedOnly());
        boolean active = input.yesNo("active", now.active());
        input.check();
        return shown(retention.change(months, binnedOnly, active, version));
    }

    private static int months(Input input) {
        return input.number("months", 1, MOST_MONTHS, 1);
    }

    private ResponseEntity<Rule> shown(RetentionRule rule) {
        var by = rule.by() == null ? null : HistoryLines.by(rule.by(), labels.of("person", List.of(rule.by())));
        var shown = new Rule(
                rule.version(), rule.months(), rule.binnedOnly(), rule.active(), by, rule.since(), rule.ranAt());
        return ResponseEntity.ok().eTag(String.valueOf(rule.version())).body(shown);
    }

    record HoldDraft(String reason) {}

    record HoldLine(UUID id, String reason, Instant at, Map<String, @Nullable Object> by) {}

    record HoldLines(List<HoldLine> items) {}

    /** {@code until}: since when his time is over. Whoever has holds stays. */
    record DueLine(UUID id, String label, Instant last, Instant until, boolean binned, List<HoldLine> holds) {}

    /** {@code free}: how many of them would be erased, for nobody holds them. */
    record DueLines(List<DueLine> items, @Nullable UUID next, int count, int free, boolean exact) {}

    @GetMapping("/{object}/due")
    DueLines due(
            @PathVariable String object,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var list = retention.due(object, after == null ? null : Ids.known(after), Math.clamp(limit, 1, 200));
        boolean named = catalogues.of(object).titleRight().readable();
        int months = Objects.requireNonNullElse(retention.rule().months(), 0);
        var held = lines(list.items().stream().flatMap(due -> due.holds().stream()));
        var items = list.items().stream()
                .map(due -> new DueLine(
                        due.person().id(),
                        named
                                ? due.person().title()
                                : Masks.personName(due.person().title()),
                        due.person().last(),
                        due.person()
                                .last()
                                .atOffset(ZoneOffset.UTC)
                                .plusMonths(months)
                                .toInstant(),
                        due.person().binned(),
                        due.holds().stream()
                                .map(hold -> Objects.requireNonNull(held.get(hold.id())))
                                .toList()))
                .toList();
        return new DueLines(items, list.next(), list.count(), list.free(), list.exact());
    }

    @PostMapping("/{object}/due/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView erase(@PathVariable String object) {
        return jobs.get(retention.erase(object));
    }

    @GetMapping("/{object}/{id}/holds")
    HoldLines holds(@PathVariable String object, @PathVariable String id) {
        var found = holds.of(object, Ids.known(id));
        return new HoldLines(List.copyOf(lines(found.stream()).values()));
    }

    @PostMapping("/{object}/{id}/holds")
    @ResponseStatus(HttpStatus.CREATED)
    HoldLine hold(
            @PathVariable String object, @PathVariable String id, @RequestBody @Shaped(HoldDraft.class) JsonNode body) {
        var input = Input.of(body, HoldDraft.class);
        String reason = input.text("reason", LONGEST_REASON, "");
        if (reason.isBlank()) input.refuse("reason", "notBlank");
        input.check();
        var hold = holds.hold(object, Ids.known(id), reason);
        return Objects.requireNonNull(lines(Stream.of(hold)).get(hold.id()));
    }

    @DeleteMapping("/{object}/{id}/holds/{hold}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String object, @PathVariable String id, @PathVariable String hold) {
        holds.release(object, Ids.known(id), Ids.known(hold));
    }

    private Map<UUID, HoldLine> lines(Stream<Hold> found) {
        var all = found.toList();
        var names = labels.of("person", all.stream().map(Hold::by).distinct().toList());
        var lines = new java.util.LinkedHashMap<UUID, HoldLine>();
        all.forEach(hold -> lines.put(
                hold.id(), new HoldLine(hold.id(), hold.reason(), hold.at(), HistoryLines.by(hold.by(), names))));
        return lines;
    }
}
