package io.chaoxi.feed;

import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own calendar address: there is one or none; its secret is told once, when it is made. */
@Service
class Feeds {
    private final FeedSql sql;
    private final Confirmations confirmations;
    private final AccessLog accessLog;
    private final CrmSettings settings;

    Feeds(FeedSql sql, Confirmations confirmations, AccessLog accessLog, CrmSettings settings) {
        this.sql = sql;
        this.confirmations = confirmations;
        this.accessLog = accessLog;
        this.settings = settings;
    }

    /** @param since when it was made; null: there is none */
    record Standing(@Nullable Instant since) {}

    record Made(String address) {}

    @Transactional(readOnly = true)
    public Standing standing() {
        return new Standing(sql.since(Acting.current()).orElse(null));
    }

    /** A new address; the one before leads nowhere from now on. Wants to be confirmed as a token does. */
    @Transactional
    public Made make() {
        confirmations.require(Sensitive.TOKEN_MADE);
        String secret = FeedSecret.make();
        sql.put(Acting.current(), FeedSecret.digest(secret));
        accessLog.add("tokenMade", "calendarFeed", null, Map.of());
        return new Made(settings.baseUrl() + "/ical/" + secret + ".ics");
    }

    @Transactional
    public void delete() {
        if (!sql.delete(Acting.current())) throw Refusal.notFound();
        accessLog.add("tokenDeleted", "calendarFeed", null, Map.of());
    }
}
