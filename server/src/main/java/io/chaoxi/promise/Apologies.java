package io.chaoxi.promise;

import io.chaoxi.platform.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a broken word: the customer is called, told what happened, offered something, and perhaps given a new one.
 * How that goes is a play (decision 23) that the firm may write anew; that it was done, and what was offered, stands here.
 */
@Service
class Apologies {
    private final Ledger ledger;
    private final Clock clock;

    Apologies(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A new promise in place of the broken one. */
    record Again(String subject, LocalDate dueOn, @Nullable String dueTime) {}

    /**
     * @param said what was told to the customer, and what came back
     * @param offered what makes it good; also that nothing was wanted
     */
    record Apology(String said, String offered, @Nullable Again again) {}

    /** The broken promise as it stands now, and the new one. */
    record Apologized(
            Map<String, @Nullable Object> promise, @Nullable UUID next) {}

    /** Also for one that was kept late. Of several at once one does it; the others get 409 {@code apologyMade}. */
    @Transactional
    public Apologized apologize(UUID id, long version, Apology apology) {
        var entry = ledger.taken(id);
        if (!entry.broken() || entry.is(PromiseStatus.VOID)) throw Refusal.of(409, "apologyNotOwed");
        var values = entry.found().values();
        if (values.get("apologizedAt") != null) {
            throw Refusal.of(409, "apologyMade", Map.of("by", ledger.name((UUID) values.get("apologizedBy"))));
        }
        if (entry.found().version() != version)
            throw Refusal.stale(entry.found().version());
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("apologizedAt", clock.instant().truncatedTo(ChronoUnit.MICROS));
        patch.put("apologizedBy", entry.catalogue().actor().person());
        patch.put("apology", apology.said());
        patch.put("offered", apology.offered());
        patch.put("apologyDueAt", null);
        var written = ledger.write(entry, patch, "apologized");
        return new Apologized(written, apology.again() == null ? null : again(entry, apology.again()));
    }

    private UUID again(Ledger.Entry broken, Again again) {
        var words = new HashMap<String, @Nullable Object>();
        words.put("subject", again.subject());
        words.put("dueOn", again.dueOn());
        if (again.dueTime() != null) words.put("dueTime", again.dueTime());
        return ledger.again(broken, words);
    }
}
