package io.chaoxi.identity.firm;

import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Money;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Needs;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the firm says of itself. */
@RestController
@RequestMapping("/api/v1/firm")
class FirmController {
    private final FirmSql sql;
    private final Firms firms;
    private final AccessLog accessLog;
    private final StoredActors actors;

    FirmController(FirmSql sql, Firms firms, AccessLog accessLog, StoredActors actors) {
        this.sql = sql;
        this.firms = firms;
        this.accessLog = accessLog;
        this.actors = actors;
    }

    record Firm(
            long version, String name, @Nullable String shortName, String timeZone, String currency, String locale) {}

    /** What may change of it; what is absent stays. */
    record Body(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable String timeZone,
            @Nullable String currency,
            @Nullable String locale) {}

    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Firm firm() {
        var firm = sql.firm();
        return new Firm(
                firm.version(),
                firm.name(),
                firm.shortName(),
                firm.timeZone(),
                firm.currency().strip(),
                firm.locale());
    }

    /** A new time zone moves the days of the firm: what "today" means for filters and due dates. */
    @PatchMapping
    @Needs("settings.manage")
    Firm change(
            @RequestBody @Shaped(Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Body.class);
        var values = new LinkedHashMap<Field<String>, @Nullable String>();
        if (input.has("name")) values.put(TENANT.NAME, input.text("name", 100, ""));
        if (input.has("shortName")) values.put(TENANT.SHORT_NAME, input.optional("shortName", 50, null));
        if (input.has("timeZone")) {
            values.put(TENANT.TIME_ZONE, input.word("timeZone", ZoneId.getAvailableZoneIds(), ""));
        }
        if (input.has("currency")) values.put(TENANT.CURRENCY, input.word("currency", Money.currencies(), ""));
        if (input.has("locale")) values.put(TENANT.LOCALE, input.word("locale", NewFirm.LOCALES, ""));
        input.check();
        Acting.current().require("settings.manage");
        if (!firms.change(values, version)) throw Refusal.stale(sql.firm().version());
        accessLog.add(
                "firmChanged",
                null,
                null,
                Map.of("fields", values.keySet().stream().map(Field::getName).toList()));
        actors.forgetAll();
        return firm();
    }
}
