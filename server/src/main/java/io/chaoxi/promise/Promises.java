package io.chaoxi.promise;

import io.chaoxi.platform.file.StoredFile;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of promises: kept, moved, released, struck out; and back where that was a slip. */
@Service
class Promises {
    private static final int NAMED = 3;

    private final Ledger ledger;
    private final Breaking breaking;
    private final StoredFiles files;
    private final Clock clock;

    Promises(Ledger ledger, Breaking breaking, StoredFiles files, Clock clock) {
        this.ledger = ledger;
        this.breaking = breaking;
        this.files = files;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Of several at once one does it; the others get 409 {@code promiseKept} with who it was. Behind its time it is kept
     * late: it stays broken for the score, and an apology stays owed.
     *
     * @param proof in words; null where a file that is attached to the promise proves it
     */
    @Transactional
    public Map<String, @Nullable Object> keep(UUID id, long version, @Nullable String proof) {
        var entry = ledger.taken(id, version, PromiseStatus.OPEN, PromiseStatus.BROKEN);
        var patch = new HashMap<String, @Nullable Object>(breaking.late(entry));
        boolean late = !patch.isEmpty();
        patch.put("status", PromiseStatus.KEPT);
        patch.put("keptAt", now());
        patch.put("keptBy", entry.catalogue().actor().person());
        patch.put("countsFor", entry.answerable());
        patch.put("proof", proof == null ? attached(entry) : proof);
        var kept = ledger.write(entry, patch, "kept");
        if (late) breaking.told(id);
        return kept;
    }

    private String attached(Ledger.Entry entry) {
        var found = files.of(entry.catalogue(), entry.found().id(), null, NAMED);
        if (found.isEmpty()) throw Refusal.field("proof", "promiseNeedsProof");
        return found.stream().map(StoredFile::name).collect(Collectors.joining("、"));
    }

    /** The customer does not want it any more; before its time, for what is broken by then is not undone by words. */
    @Transactional
    public Map<String, @Nullable Object> release(UUID id, long version, String reason) {
        var entry = ahead(id, version);
        return ledger.write(entry, Map.of("status", PromiseStatus.RELEASED, "releaseReason", reason), "letOff");
    }

    private Ledger.Entry ahead(UUID id, long version) {
        var entry = ledger.taken(id, version, PromiseStatus.OPEN);
        if (entry.passed(clock.instant())) throw Refusal.of(409, "promiseBroken");
        return entry;
    }

    /**
     * By when it is kept instead.
     *
     * @param dueTime null for the whole day
     * @param agreed whether whom it was promised to agreed
     */
    record Move(LocalDate dueOn, @Nullable String dueTime, String reason, boolean agreed) {}

    /** To another day before its time has come. The first day stays, and each move is counted. */
    @Transactional
    public Map<String, @Nullable Object> postpone(UUID id, long version, Move move) {
        var entry = ahead(id, version);
        entry.requireWritable("dueOn", "dueOn");
        var values = entry.found().values();
        var time = PromiseColumns.time(move.dueTime());
        var was = PromiseColumns.time((String) values.get("dueTime"));
        boolean same = move.dueOn().equals(values.get("dueOn")) && Objects.equals(time, was);
        if (same) throw Refusal.field("dueOn", "promiseSameDue");
        var patch = new HashMap<String, @Nullable Object>();
        patch.put("dueOn", move.dueOn());
        patch.put("dueTime", move.dueTime());
        patch.put("moves", values.get("moves") instanceof Number moves ? moves.intValue() + 1 : 1);
        patch.put("moveReason", move.reason());
        patch.put("moveAgreed", move.agreed());
        return ledger.write(entry, patch, "postponed");
    }

    /** Kept or released by mistake. Behind its time it is broken then, as it would have been. */
    @Transactional
    public Map<String, @Nullable Object> reopen(UUID id, long version) {
        var entry = ledger.taken(id, version, PromiseStatus.KEPT, PromiseStatus.RELEASED);
        var late = breaking.late(entry);
        boolean broken = entry.broken() || !late.isEmpty();
        var patch = new HashMap<String, @Nullable Object>();
        for (String field : new String[] {"keptAt", "keptBy", "proof", "releaseReason"}) patch.put(field, null);
        if (!broken) patch.put("countsFor", null);
        patch.putAll(late);
        patch.put("status", broken ? PromiseStatus.BROKEN : PromiseStatus.OPEN);
        var again = ledger.write(entry, patch, "reopened");
        if (!late.isEmpty()) breaking.told(id);
        return again;
    }

    /** It was no promise. The entry stays with the reason, and counts no more. */
    @Transactional
    public Map<String, @Nullable Object> strike(UUID id, long version, String reason) {
        var entry = ledger.taken(
                id, version, PromiseStatus.OPEN, PromiseStatus.KEPT, PromiseStatus.BROKEN, PromiseStatus.RELEASED);
        var patch = new HashMap<String, @Nullable Object>();
        if (entry.is(PromiseStatus.OPEN)) patch.putAll(breaking.late(entry));
        patch.put("status", PromiseStatus.VOID);
        patch.put("voidReason", reason);
        patch.put("apologyDueAt", null);
        return ledger.write(entry, patch, "struck");
    }
}
