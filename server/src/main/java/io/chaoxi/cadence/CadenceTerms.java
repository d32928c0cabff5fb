package io.chaoxi.cadence;

import io.chaoxi.cadence.Cadence.Unit;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.Filters;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Rhythms as they are written: every fault stands under its own name. */
@Component
class CadenceTerms {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CONDITION = 4_000;
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_GOAL = 2_000;
    private static final int LONGEST_ID = 100;
    private static final int MOST_TIMES = 120;
    private static final int MOST_LEAD = 90;

    private final CadenceSql sql;
    private final Catalogues catalogues;
    private final Filters filters;
    private final Choices choices;
    private final Actors actors;
    private final Clock clock;

    CadenceTerms(CadenceSql sql, Catalogues catalogues, Filters filters, Choices choices, Actors actors, Clock clock) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.filters = filters;
        this.choices = choices;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * A rhythm as it is written.
     *
     * @param condition which customers, as a list's filter; absent for all that have an owner
     * @param unit day, week or month
     * @param person who does it; absent for the owner of each customer
     * @param restarts yes unless told otherwise
     * @param leadDays 0 unless told otherwise
     * @param subject of its tasks, with {@code {客户}} for the customer's name; made of the name where it is absent
     * @param active yes unless told otherwise
     */
    record Body(
            String name,
            @Nullable String condition,
            int every,
            String unit,
            String kind,
            @Nullable UUID person,
            @Nullable Boolean restarts,
            @Nullable Integer leadDays,
            @Nullable String subject,
            @Nullable String goal,
            @Nullable Boolean active) {}

    /** {@code stored}: the one that stood until now. */
    Cadence read(JsonNode body, UUID id, @Nullable Cadence stored) {
        var input = Input.of(body, Body.class);
        String name = input.text("name", LONGEST_NAME, null);
        String condition = condition(input, stored);
        if (!input.has("every")) input.refuse("every", "notBlank");
        Unit unit = Unit.of(input.word(
                "unit", Arrays.stream(Unit.values()).map(one -> one.key).toList(), ""));
        String goal = input.isNothing("goal") ? null : input.lines("goal", LONGEST_GOAL);
        boolean active = input.isNothing("active") || input.yesNo("active", true);
        var read = new Cadence(
                id,
                stored == null ? 1 : stored.version(),
                name,
                condition,
                input.number("every", 1, MOST_TIMES, 1),
                unit,
                kind(input, stored),
                person(input, stored),
                input.isNothing("restarts") || input.yesNo("restarts", true),
                input.isNothing("leadDays") ? 0 : input.number("leadDays", 0, MOST_LEAD, 0),
                Objects.requireNonNullElse(input.optional("subject", LONGEST_SUBJECT, null), name + "：" + Cadence.NAME),
                goal,
                active,
                stored != null && stored.active() ? stored.since() : today());
        if (read.leadDays() >= read.days()) {
            input.refuse("leadDays", "shorterThanPeriod", Map.of("days", read.days()));
        }
        input.check();
        return read;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), sql.manner().zone());
    }

    /** Whoever writes it must be able to filter by it himself: who gets a task tells what stands in a field. */
    private String condition(Input input, @Nullable Cadence stored) {
        String condition = Objects.requireNonNullElse(input.optional("condition", LONGEST_CONDITION, null), "");
        if (condition.isBlank() || (stored != null && condition.equals(stored.condition()))) return condition;
        boolean personal = Filters.values(condition).stream()
                .anyMatch(value -> value.startsWith("@me") || value.startsWith("@my"));
        if (personal) input.refuse("condition", "poolConditionPersonal");
        else check(input, condition);
        return condition;
    }

    private void check(Input input, String condition) {
        Actor actor = Acting.current();
        try {
            filters.compile(catalogues.of(StandingSql.OBJECT), condition);
            Acting.as(
                    Actor.system(actor.tenant(), actor.zone()),
                    () -> filters.compile(catalogues.of(StandingSql.OBJECT), condition));
        } catch (Refusal refused) {
            input.refuse("condition", refused.code(), refused.arguments());
        }
    }

    /** One that is gone since stays until somebody chooses another one. */
    private String kind(Input input, @Nullable Cadence stored) {
        String kind = input.text("kind", LONGEST_ID, null);
        boolean stands = stored != null && kind.equals(stored.kind());
        if (!kind.isEmpty() && !stands && !choices.items("activityKind").containsKey(kind)) {
            input.refuse("kind", "unknownChoice");
        }
        return kind;
    }

    /** Who left since stays in it until somebody chooses another one; until then owners do it. */
    private @Nullable UUID person(Input input, @Nullable Cadence stored) {
        if (input.isNothing("person")) return null;
        UUID person = Ids.read(input.text("person", LONGEST_ID, "")).orElse(null);
        boolean stands = person != null && stored != null && person.equals(stored.person());
        boolean works =
                person != null && actors.load(Acting.current().tenant(), person).isPresent();
        if (!stands && !works) input.refuse("person", "unknownReference");
        return person;
    }
}
