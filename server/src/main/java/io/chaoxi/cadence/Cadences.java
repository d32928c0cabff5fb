package io.chaoxi.cadence;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.job.OwedWalks;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The rhythms of a firm, kept by whoever manages its settings. A changed one is gone by at once, in a job for all customers. */
@Service
class Cadences {
    static final String RIGHT = "settings.manage";
    private static final int MOST = 50;

    private final CadenceSql sql;
    private final CadenceTerms terms;
    private final OwedWalks walks;
    private final RecordLabels labels;
    private final AccessLog accessLog;

    Cadences(CadenceSql sql, CadenceTerms terms, OwedWalks walks, RecordLabels labels, AccessLog accessLog) {
        this.sql = sql;
        this.terms = terms;
        this.walks = walks;
        this.labels = labels;
        this.accessLog = accessLog;
    }

    /** The appointed person; the label is empty for whoever may not read it. */
    record Person(UUID id, String label) {}

    /** A rhythm as it is shown. */
    record Shown(
            UUID id,
            long version,
            String name,
            String condition,
            int every,
            String unit,
            String kind,
            @Nullable Person person,
            boolean restarts,
            int leadDays,
            String subject,
            @Nullable String goal,
            boolean active,
            LocalDate since) {}

    @Transactional(readOnly = true)
    public List<Shown> all() {
        Acting.current().require(RIGHT);
        var all = sql.all();
        var people = all.stream()
                .map(Cadence::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = labels.of("person", people);
        return all.stream().map(cadence -> shown(cadence, names)).toList();
    }

    private static Shown shown(Cadence cadence, Map<UUID, String> names) {
        UUID person = cadence.person();
        return new Shown(
                cadence.id(),
                cadence.version(),
                cadence.name(),
                cadence.condition(),
                cadence.every(),
                cadence.unit().key,
                cadence.kind(),
                person == null ? null : new Person(person, names.getOrDefault(person, "")),
                cadence.restarts(),
                cadence.leadDays(),
                cadence.subject(),
                cadence.goal(),
                cadence.active(),
                cadence.since());
    }

    @Transactional
    public Shown add(JsonNode body) {
        Acting.current().require(RIGHT);
        Cadence made = terms.read(body, Ids.next(), null);
        sql.lock();
        if (sql.all().size() >= MOST) throw Refusal.of(422, "tooMany", Map.of("max", MOST));
        sql.insert(made);
        told("settingChanged", made);
        return one(made.id());
    }

    /** 409 when it changed since that version. */
    @Transactional
    public Shown change(UUID id, long version, JsonNode body) {
        Acting.current().require(RIGHT);
        Cadence stored = sql.find(id).orElseThrow(Refusal::notFound);
        if (stored.version() != version) throw Refusal.stale(stored.version());
        Cadence changed = terms.read(body, id, stored);
        sql.lock();
        if (!sql.update(changed)) throw Refusal.stale(version + 1);
        told("settingChanged", changed);
        return one(id);
    }

    /** What it began ends: its open tasks that nobody touched are cancelled. */
    @Transactional
    public void delete(UUID id) {
        Acting.current().require(RIGHT);
        Cadence stored = sql.find(id).orElseThrow(Refusal::notFound);
        sql.lock();
        sql.delete(id);
        told("settingDeleted", stored);
    }

    private void told(String action, Cadence cadence) {
        walks.owe(CadenceWalk.KIND, StandingSql.OBJECT);
        accessLog.add(action, "cadence", cadence.id(), Map.of("name", cadence.name()));
    }

    private Shown one(UUID id) {
        Cadence cadence = sql.find(id).orElseThrow(Refusal::notFound);
        UUID person = cadence.person();
        return shown(cadence, person == null ? Map.of() : labels.of("person", List.of(person)));
    }

    /** Days are other days from now on; asked for inside the transaction that makes them so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void countAnew() {
        sql.lock();
        if (sql.all().stream().anyMatch(Cadence::active)) walks.owe(CadenceWalk.KIND, StandingSql.OBJECT);
    }
}
