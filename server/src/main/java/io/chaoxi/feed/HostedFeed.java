package io.chaoxi.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.platform.web.Bucket;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Calendars as programs read them, by their secret address alone. Whoever is locked or gone, or took the address back, has
 * none: 404 like an address that never was.
 */
@Hidden
@RestController
class HostedFeed {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int LONGEST = 100;
    private static final int A_MINUTE = 10;
    private static final int AT_ONCE = 20;

    private final FeedSql sql;
    private final Actors actors;
    private final OwnCalendar calendars;
    private final Cache<FeedSql.Owner, Bucket> rates = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    HostedFeed(FeedSql sql, Actors actors, OwnCalendar calendars) {
        this.sql = sql;
        this.actors = actors;
        this.calendars = calendars;
    }

    @GetMapping("/ical/{token}.ics")
    @Needs(Needs.NOTHING)
    ResponseEntity<byte[]> read(
            @PathVariable String token,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        if (token.length() > LONGEST) throw Refusal.notFound();
        var owner = sql.owner(FeedSecret.digest(token)).orElseThrow(Refusal::notFound);
        long now = System.nanoTime();
        long wait = rates.get(owner, one -> new Bucket(A_MINUTE, AT_ONCE, now)).take(now);
        if (wait > 0) throw Refusal.of(429, "tooManyRequests").with("retryAfter", wait);
        Actor actor = actors.load(owner.tenant(), owner.person()).orElseThrow(Refusal::notFound);
        String calendar = Acting.as(actor, () -> ICalendar.of(sql.firm(owner.tenant()), calendars.all()));
        String tag = '"' + HexFormat.of().formatHex(FeedSecret.digest(calendar)) + '"';
        var answer = tag.equals(known)
                ? ResponseEntity.status(304)
                : ResponseEntity.ok().contentType(CALENDAR);
        answer.eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
        return tag.equals(known) ? answer.build() : answer.body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
