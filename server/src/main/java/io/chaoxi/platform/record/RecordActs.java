package io.chaoxi.platform.record;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The writing verbs of the API: each writes a record and answers with what it became, in one transaction. Whoever gives
 * a record away still gets it in the answer.
 */
@Service
class RecordActs {
    private final RecordReading reading;
    private final RecordWriting writing;
    private final RecordDisclosure disclosure;
    private final Patches patches;
    private final Idempotency idempotency;

    RecordActs(
            RecordReading reading,
            RecordWriting writing,
            RecordDisclosure disclosure,
            Patches patches,
            Idempotency idempotency) {
        this.reading = reading;
        this.writing = writing;
        this.disclosure = disclosure;
        this.patches = patches;
        this.idempotency = idempotency;
    }

    /**
     * Makes a record once for each key; see {@link Idempotency}. Who may not read is told the id alone; who asks again
     * is told what he reaches by then.
     */
    @Transactional
    public Map<String, @Nullable Object> create(
            Catalogue catalogue, JsonNode body, Duplicates duplicates, @Nullable String key) {
        var made = new AtomicReference<@Nullable UUID>();
        UUID id = idempotency.once(key, catalogue.type().path() + body, () -> {
            var values = patches.read(catalogue, body, true);
            UUID fresh = writing.create(catalogue, values, Writing.byHand(duplicates));
            made.set(fresh);
            return fresh;
        });
        if (!catalogue.actor().may(catalogue.type().object() + ".read")) return Map.of("id", id.toString());
        return id.equals(made.get()) ? reading.written(catalogue, id) : reading.get(catalogue, id);
    }

    /** Applies a patch to the version that the caller saw. */
    @Transactional
    public Map<String, @Nullable Object> change(
            Catalogue catalogue, UUID id, long version, JsonNode body, Duplicates duplicates) {
        var how = Writing.byHand(duplicates);
        writing.change(catalogue, id, version, () -> patches.read(catalogue, body, false), how);
        return reading.written(catalogue, id);
    }

    /** Out of the recycle bin. */
    @Transactional
    public Map<String, @Nullable Object> restore(Catalogue catalogue, UUID id) {
        writing.restore(catalogue, id, Writing.byHand(Duplicates.SEEN));
        return reading.written(catalogue, id);
    }

    /** To another owner, out of the pool where one saw it. */
    @Transactional
    public Map<String, @Nullable Object> assign(Catalogue catalogue, UUID id, String owner, @Nullable String pool) {
        disclosure.assign(catalogue, id, owner, pool);
        return reading.written(catalogue, id);
    }
}
