package io.chaoxi.privacy;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.SeenPeople;
import io.chaoxi.platform.rights.Needs;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Whose data somebody saw or took out. Asked for by POST, for each question is noted. */
@RestController
@RequestMapping("/api/v1/privacy/{object}/affected")
@Needs(PersonalData.RIGHT)
class AffectedController {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private final Affected affected;

    AffectedController(Affected affected) {
        this.affected = affected;
    }

    /** {@code from} and {@code to}: ISO 8601. The rest narrows: a colleague, the name of a token, an address. */
    record Question(
            String from,
            String to,
            @Nullable String person,
            @Nullable String token,
            @Nullable String address) {}

    /** {@code row}: what he is called and how he is reached; null when he is erased or out of reach. */
    record Line(UUID id, @Nullable Map<String, @Nullable Object> row, List<String> how, Instant first, Instant last) {}

    /**
     * {@code unknownExports}: exports of that time of which it is not known whom they held. It and {@code count} come with
     * the first page only.
     */
    record Lines(
            List<Line> items,
            @Nullable UUID next,
            @Nullable Integer count,
            @Nullable Integer unknownExports) {}

    @PostMapping
    Lines list(
            @PathVariable String object,
            @RequestBody @Shaped(Question.class) JsonNode body,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        UUID behind = after == null ? null : Ids.known(after);
        var page = affected.list(object, asked(body), behind, Math.clamp(limit, 1, 200));
        var items = page.people().stream()
                .map(one -> new Line(
                        one.seen().id(),
                        one.row(),
                        one.seen().how(),
                        one.seen().first(),
                        one.seen().last()))
                .toList();
        return new Lines(items, page.next(), page.count(), page.unknownExports());
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView export(@PathVariable String object, @RequestBody @Shaped(Question.class) JsonNode body) {
        return affected.export(object, asked(body));
    }

    private static SeenPeople.Asked asked(JsonNode body) {
        var input = Input.of(body, Question.class);
        Instant from = time(input, "from");
        Instant to = time(input, "to");
        String person = words(input, "person");
        UUID who = person == null ? null : Ids.read(person).orElse(null);
        if (person != null && who == null) input.refuse("person", "notAnId");
        var asked = new SeenPeople.Asked(who, words(input, "token"), words(input, "address"), from, to);
        input.check();
        return asked;
    }

    private static @Nullable String words(Input input, String name) {
        String text = input.optional(name, 100, null);
        return text == null || text.isBlank() ? null : text;
    }

    private static Instant time(Input input, String name) {
        try {
            Instant time = Instant.parse(input.text(name, 40, ""));
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) return time;
        } catch (DateTimeException e) {
            // Refused below, like a time of which nothing can be known.
        }
        input.refuse(name, "notATime");
        return EARLIEST;
    }
}
