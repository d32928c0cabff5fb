package io.chaoxi.activity;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * 第几次跟进: how often a customer was dealt with since its owner got it, or a lead since it came, beside what the firm holds
 * usual.
 */
@Service
class Pursuits {
    private static final int MOST_TIMES = 100;
    private static final int MOST_DAYS = 365;
    private static final int MOST_KINDS = 100;

    private final PursuitSql sql;
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final Choices choices;
    private final AccessLog accessLog;
    private final Clock clock;

    Pursuits(
            PursuitSql sql,
            Catalogues catalogues,
            RecordFinding finding,
            Choices choices,
            AccessLog accessLog,
            Clock clock) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.finding = finding;
        this.choices = choices;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * How far a pursuit is.
     *
     * @param since when it began
     * @param touches how often something was done that counts
     * @param daysSince whole days since the last time; null for none
     * @param pretexts that were used with the record; empty for whoever may not read them
     */
    record Pursuit(
            Instant since,
            int touches,
            @Nullable Instant lastAt,
            @Nullable Long daysSince,
            int usualFrom,
            int usualTo,
            int spacingFrom,
            int spacingTo,
            List<String> pretexts) {}

    /** 404 also for whoever may not read how often it was dealt with. */
    @Transactional(readOnly = true)
    public Pursuit of(With with, UUID record) {
        Acting.current().require("activity.read");
        Catalogue catalogue = catalogues.of(with.object());
        var found = finding.find(catalogue, record);
        if (!readable(catalogue, "touches")) throw Refusal.notFound();
        var rule = sql.rule();
        Instant since = found.values().get("ownedAt") instanceof Instant owned ? owned : Ids.moment(record);
        var done = sql.done(with, record, since, rule.kinds());
        boolean told = readable(catalogues.of("activity"), "pretext");
        return new Pursuit(
                since,
                done.count(),
                done.last(),
                done.last() == null ? null : days(done.last()),
                rule.usualFrom(),
                rule.usualTo(),
                rule.spacingFrom(),
                rule.spacingTo(),
                told ? sql.pretexts(with, record) : List.of());
    }

    private static boolean readable(Catalogue catalogue, String field) {
        return catalogue
                .visible(field)
                .filter(found -> catalogue.right(found).readable())
                .isPresent();
    }

    private long days(Instant last) {
        var zone = Acting.current().zone();
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(last, zone), LocalDate.ofInstant(clock.instant(), zone));
    }

    /** What the firm holds usual. */
    @Transactional(readOnly = true)
    public PursuitRule rule() {
        Acting.current().require("activity.read");
        return sql.rule();
    }

    /** All of it as it is written; {@code kinds}: all count where it is empty. */
    record Body(
            int usualFrom,
            int usualTo,
            int spacingFrom,
            int spacingTo,
            @Nullable List<String> kinds) {}

    /** 409 when it changed since that version. */
    @Transactional
    public PursuitRule put(long version, JsonNode body) {
        Acting.current().require("settings.manage");
        var input = Input.of(body, Body.class);
        var rule = new PursuitRule(
                version,
                number(input, "usualFrom", 1, MOST_TIMES),
                number(input, "usualTo", 1, MOST_TIMES),
                number(input, "spacingFrom", 0, MOST_DAYS),
                number(input, "spacingTo", 0, MOST_DAYS),
                kinds(input));
        if (rule.usualFrom() > rule.usualTo()) input.refuse("usualTo", "toBeforeFrom");
        if (rule.spacingFrom() > rule.spacingTo()) input.refuse("spacingTo", "toBeforeFrom");
        input.check();
        if (sql.rule().version() != version || !sql.put(rule)) {
            throw Refusal.stale(sql.rule().version());
        }
        accessLog.add("settingChanged", "pursuitRule", null, Map.of());
        return sql.rule();
    }

    private static int number(Input input, String name, int least, int most) {
        if (!input.has(name)) input.refuse(name, "notBlank");
        return input.number(name, least, most, least);
    }

    private List<String> kinds(Input input) {
        var kinds = List.copyOf(new LinkedHashSet<>(input.texts("kinds", MOST_KINDS)));
        if (!choices.items("activityKind").keySet().containsAll(kinds)) input.refuse("kinds", "unknownChoice");
        return kinds;
    }
}
