package io.chaoxi.privacy;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.HistoryLines;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.Needs;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Consents of a record, and the texts that they are given to. */
@RestController
class ConsentController {
    private static final int LONGEST = 5_000;
    private static final UUID NOTHING = new UUID(0, 0);

    private final Consents consents;
    private final RecordLabels labels;
    private final Clock clock;

    ConsentController(Consents consents, RecordLabels labels, Clock clock) {
        this.consents = consents;
        this.labels = labels;
        this.clock = clock;
    }

    record Texts(List<ConsentText> items) {}

    /** A further text; of a name and channel that are there already it is the next version. */
    record NewText(String name, String channel, String text) {}

    /** {@code givenAt}: ISO 8601, now when absent. {@code file}: an attachment of the record; without one a proof in words. */
    record NewConsent(
            String text,
            @Nullable String givenAt,
            @Nullable String proof,
            @Nullable String file) {}

    record Line(
            UUID id,
            ConsentText text,
            Instant givenAt,
            String proof,
            @Nullable UUID file,
            Map<String, @Nullable Object> notedBy,
            @Nullable Instant withdrawnAt,
            @Nullable Map<String, @Nullable Object> withdrawnBy) {}

    record Lines(List<Line> items) {}

    @GetMapping("/api/v1/consent-texts")
    @Needs(Needs.SIGNED_IN)
    Texts texts() {
        return new Texts(consents.texts());
    }

    @PostMapping("/api/v1/consent-texts")
    @Needs(PersonalData.RIGHT)
    @ResponseStatus(HttpStatus.CREATED)
    ConsentText addText(@RequestBody @Shaped(NewText.class) JsonNode body) {
        var input = Input.of(body, NewText.class);
        String name = input.text("name", 60, "");
        String channel = input.word("channel", ConsentText.CHANNELS, "");
        String text = input.lines("text", LONGEST);
        input.check();
        return consents.addText(name, channel, text);
    }

    @GetMapping("/api/v1/privacy/{object}/{id}/consents")
    @Needs("{object}.read")
    Lines of(@PathVariable String object, @PathVariable String id) {
        return shown(consents.of(object, Ids.known(id)));
    }

    @PostMapping("/api/v1/privacy/{object}/{id}/consents")
    @Needs("{object}.update")
    @ResponseStatus(HttpStatus.CREATED)
    Line give(
            @PathVariable String object,
            @PathVariable String id,
            @RequestBody @Shaped(NewConsent.class) JsonNode body) {
        var input = Input.of(body, NewConsent.class);
        var given = new ConsentSql.Given(id(input, "text"), time(input), proof(input), file(input));
        input.check();
        return shown(List.of(consents.give(object, Ids.known(id), given)))
                .items()
                .getFirst();
    }

    @PostMapping("/api/v1/privacy/{object}/{id}/consents/{consent}/withdraw")
    @Needs("{object}.update")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String object, @PathVariable String id, @PathVariable String consent) {
        consents.withdraw(object, Ids.known(id), Ids.known(consent));
    }

    private static UUID id(Input input, String name) {
        String text = input.text(name, 100, "");
        var id = Ids.read(text);
        if (id.isEmpty() && !text.isEmpty()) input.refuse(name, "notAnId");
        return id.orElse(NOTHING);
    }

    private Instant time(Input input) {
        String text = input.optional("givenAt", 40, null);
        if (text == null || text.isEmpty()) return clock.instant();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            input.refuse("givenAt", "notATime");
            return clock.instant();
        }
    }

    private static String proof(Input input) {
        if (!input.isNothing("file") && input.isNothing("proof")) return "";
        return input.text("proof", 500, "");
    }

    private static @Nullable UUID file(Input input) {
        return input.isNothing("file") ? null : id(input, "file");
    }

    private Lines shown(List<Consent> found) {
        var people = found.stream()
                .flatMap(one -> Stream.of(one.notedBy(), one.withdrawnBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = labels.of("person", people);
        return new Lines(found.stream()
                .map(one -> new Line(
                        one.id(),
                        one.text(),
                        one.givenAt(),
                        one.proof(),
                        one.file(),
                        HistoryLines.by(one.notedBy(), names),
                        one.withdrawnAt(),
                        one.withdrawnBy() == null ? null : HistoryLines.by(one.withdrawnBy(), names)))
                .toList());
    }
}
