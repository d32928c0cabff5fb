package io.chaoxi.promise;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes up promises of which something is to become, and writes what became of them. */
@Component
class Ledger {
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordReading reading;
    private final RecordWriting writing;
    private final RecordLabels labels;

    Ledger(
            Catalogues catalogues,
            RecordFinding finding,
            RecordReading reading,
            RecordWriting writing,
            RecordLabels labels) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.reading = reading;
        this.writing = writing;
        this.labels = labels;
    }

    /** A promise in hand: nobody else writes it before this transaction ends. */
    record Entry(Catalogue catalogue, Found found) {
        boolean is(String status) {
            return status.equals(found.values().get("status"));
        }

        boolean broken() {
            return found.values().get("brokenAt") != null;
        }

        Instant dueAt() {
            return (Instant) Objects.requireNonNull(found.values().get("dueAt"));
        }

        /** Its time is over, and nothing says yet that it broke. */
        boolean passed(Instant now) {
            return !broken() && !dueAt().isAfter(now);
        }

        /** Whose word it is: that of its owner, until it counted for somebody. */
        UUID answerable() {
            Object counted = found.values().get("countsFor");
            return (UUID)
                    Objects.requireNonNull(counted == null ? found.values().get("owner") : counted);
        }

        /** What an act writes besides takes the right to write it by hand. */
        void requireWritable(String field, String said) {
            boolean writable =
                    catalogue.visible(field).filter(catalogue::writable).isPresent();
            if (!writable) throw Refusal.field(said, "fieldNotWritable");
        }
    }

    /** Whoever does something with the same one at this moment waits, and finds what became of it. */
    Entry taken(UUID id) {
        Catalogue promises = catalogues.of("promise");
        promises.actor().require("promise.update");
        finding.findToWrite(promises, id);
        return new Entry(promises, finding.locked(promises, id).orElseThrow(Refusal::notFound));
    }

    /** The same for one to which an act can be done as long as it has one of these statuses, in the version that was seen. */
    Entry taken(UUID id, long version, String... statuses) {
        Entry entry = taken(id);
        if (List.of(statuses).stream().noneMatch(entry::is)) throw ended(entry);
        if (entry.found().version() != version)
            throw Refusal.stale(entry.found().version());
        return entry;
    }

    private Refusal ended(Entry entry) {
        return switch (String.valueOf(entry.found().values().get("status"))) {
            case PromiseStatus.KEPT -> keptBy((UUID) entry.found().values().get("keptBy"));
            case PromiseStatus.BROKEN -> Refusal.of(409, "promiseBroken");
            case PromiseStatus.RELEASED -> Refusal.of(409, "promiseReleased");
            case PromiseStatus.VOID -> Refusal.of(409, "promiseVoid");
            default -> Refusal.of(409, "promiseOpen");
        };
    }

    private Refusal keptBy(@Nullable UUID person) {
        return Refusal.of(409, "promiseKept", Map.of("by", name(person)));
    }

    String name(@Nullable UUID person) {
        if (person == null) return "";
        return Objects.requireNonNull(labels.of("person", List.of(person)).getOrDefault(person, ""));
    }

    /** Answers it as it stands then. */
    Map<String, @Nullable Object> write(Entry entry, Map<String, @Nullable Object> patch, String kind) {
        var found = entry.found();
        var how = new Writing(kind, null, Duplicates.SEEN);
        writing.change(entry.catalogue(), found.id(), found.version(), patch, how);
        return reading.written(entry.catalogue(), found.id());
    }

    /** Another one to the same people, in the charge of the same owner, that is to make good a broken one. */
    UUID again(Entry broken, Map<String, @Nullable Object> words) {
        var values = new HashMap<String, @Nullable Object>(words);
        for (String field : List.of("owner", "customer", "contact", "lead")) {
            Object value = broken.found().values().get(field);
            if (value != null) values.put(field, value);
        }
        values.put("source", "apology");
        values.put("follows", broken.found().id());
        return writing.create(broken.catalogue(), values, Writing.BY_HAND);
    }
}
