package io.chaoxi.sharing;

import chaoxi.tables.tables.records.RecordShareRecord;
import io.chaoxi.identity.role.Role;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.OwnersTurned;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.sharing.Grantee.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Shares records beyond the data scope. A share opens a record to be looked at or changed by those whose roles may do
 * that with such records; deleting, giving away, merging and sharing on stay with those in whose charge it is. The
 * contacts of a shared customer are shared with it.
 */
@Service
public class Sharing {
    private static final int MOST_OF_A_RECORD = 50;
    private static final int MOST_OF_A_GRANTEE = 2_000;

    private final ShareSql sql;
    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordLabels labels;
    private final Roles roles;
    private final StoredActors actors;
    private final AccessLog accessLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sharing(
            ShareSql sql,
            Catalogues catalogues,
            RecordFinding finding,
            RecordLabels labels,
            Roles roles,
            StoredActors actors,
            AccessLog accessLog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.finding = finding;
        this.labels = labels;
        this.roles = roles;
        this.actors = actors;
        this.accessLog = accessLog;
        this.events = events;
        this.clock = clock;
    }

    record With(String object, UUID id, String label) {}

    record By(UUID id, @Nullable String label) {}

    /**
     * A record's share as it is shown.
     *
     * @param level read or write
     * @param until the last day, in the firm's time zone; null for good
     */
    record Share(With with, String level, @Nullable LocalDate until, By by, Instant at) {}

    /** With whom a record in reach is shared now, the newest first. */
    @Transactional(readOnly = true)
    List<Share> of(Catalogue catalogue, UUID record) {
        finding.find(catalogue, record);
        var rows = new LinkedHashMap<Grantee, RecordShareRecord>();
        sql.of(catalogue.type().object(), record).forEach(row -> rows.merge(grantee(row), row, Sharing::wider));
        var names = names(rows);
        return rows.entrySet().stream()
                .filter(one -> names.containsKey(one.getKey().id()))
                .map(one -> share(catalogue.actor(), one.getKey(), one.getValue(), names))
                .toList();
    }

    /** What holds where a merge brought two shares with the same together. */
    private static RecordShareRecord wider(RecordShareRecord one, RecordShareRecord other) {
        one.setWritable(one.getWritable() || other.getWritable());
        boolean forGood = one.getEndsAt() == null || other.getEndsAt() == null;
        if (forGood) one.setEndsAt(null);
        else if (other.getEndsAt().isAfter(one.getEndsAt())) one.setEndsAt(other.getEndsAt());
        return one;
    }

    private static Grantee grantee(RecordShareRecord row) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.key().equals(row.getGrantee()))
                .findFirst()
                .orElseThrow();
        return new Grantee(kind, row.getGranteeId());
    }

    /** Of whom the acting person may know the name, and of whom there still is. */
    private Map<UUID, String> names(Map<Grantee, RecordShareRecord> rows) {
        var names = new HashMap<UUID, String>();
        var people = rows.values().stream().map(RecordShareRecord::getById).collect(Collectors.toSet());
        var departments = rows.keySet().stream()
                .filter(one -> one.kind() == Kind.DEPARTMENT)
                .map(Grantee::id)
                .toList();
        rows.keySet().stream()
                .filter(one -> one.kind() == Kind.PERSON)
                .map(Grantee::id)
                .forEach(people::add);
        names.putAll(labels.of("person", people));
        names.putAll(labels.of("department", departments));
        if (rows.keySet().stream().anyMatch(one -> one.kind() == Kind.ROLE)) {
            for (Role role : roles.all()) names.put(role.id(), role.name());
        }
        return names;
    }

    private static Share share(Actor actor, Grantee grantee, RecordShareRecord row, Map<UUID, String> names) {
        LocalDate until = row.getEndsAt() == null
                ? null
                : LocalDate.ofInstant(row.getEndsAt().toInstant(), actor.zone()).minusDays(1);
        return new Share(
                new With(grantee.kind().key(), grantee.id(), names.getOrDefault(grantee.id(), "")),
                row.getWritable() ? "write" : "read",
                until,
                new By(row.getById(), Actor.name(row.getById(), names)),
                row.getAt().toInstant());
    }

    /** Shares a record, or changes how; needs the right to share and the record in one's charge. */
    @Transactional
    void put(Catalogue catalogue, UUID record, Grantee grantee, boolean writable, @Nullable LocalDate until) {
        String object = catalogue.type().object();
        Actor actor = catalogue.actor();
        requireShare(catalogue, record);
        Found found = finding.locked(catalogue, record).orElseThrow(Refusal::notFound);
        if (found.values().get("owner") == null) throw Refusal.of(422, "shareNeedsOwner");
        if (writable) actor.require(object + ".update");
        if (until != null && until.isBefore(LocalDate.ofInstant(clock.instant(), actor.zone()))) {
            throw Refusal.field("until", "inThePast");
        }
        refuseMissing(grantee);
        sql.lock(object, record);
        sql.delete(object, record, grantee);
        refuseTooMany(object, record, grantee);
        Instant end = until == null
                ? null
                : until.plusDays(1).atStartOfDay(actor.zone()).toInstant();
        UUID share = sql.insert(object, record, grantee, writable, end);
        accessLog.add("shared", object, record, told(grantee, writable ? "write" : "read", until));
        forgetActors();
        if (grantee.kind() == Kind.PERSON) {
            events.publishEvent(
                    new RecordShared(actor.tenant(), share, object, record, grantee.id(), writable, actor.person()));
        }
    }

    private void requireShare(Catalogue catalogue, UUID record) {
        if (!catalogue.type().owned()) throw Refusal.notFound();
        catalogue.actor().require(catalogue.type().object() + ".share");
        finding.findOwn(catalogue, record);
    }

    private void refuseMissing(Grantee grantee) {
        if (grantee.kind() != Kind.ROLE) {
            finding.find(catalogues.of(grantee.kind().key()), grantee.id());
        } else if (roles.all().stream().noneMatch(role -> role.id().equals(grantee.id()))) {
            throw Refusal.notFound();
        }
    }

    private void refuseTooMany(String object, UUID record, Grantee grantee) {
        if (sql.of(object, record).size() >= MOST_OF_A_RECORD) {
            throw Refusal.of(422, "tooManyShares", Map.of("max", MOST_OF_A_RECORD));
        }
        if (sql.countOf(grantee, object) >= MOST_OF_A_GRANTEE) {
            throw Refusal.of(422, "tooManyShared", Map.of("max", MOST_OF_A_GRANTEE));
        }
    }

    /** Ends a share; a person may also leave what was shared with him. 404 when there is none. */
    @Transactional
    void end(Catalogue catalogue, UUID record, Grantee grantee) {
        String object = catalogue.type().object();
        if (grantee.id().equals(catalogue.actor().person())) finding.find(catalogue, record);
        else requireShare(catalogue, record);
        if (!sql.delete(object, record, grantee)) throw Refusal.notFound();
        accessLog.add("unshared", object, record, told(grantee, null, null));
        forgetActors();
    }

    /** A share ends with the owner whose record it was; the next one shares it himself. */
    @EventListener
    void on(OwnersTurned turned) {
        if (sql.deleteAll(turned.object(), turned.ids())) forgetActors();
    }

    private static Map<String, Object> told(Grantee grantee, @Nullable String level, @Nullable LocalDate until) {
        var told = new LinkedHashMap<String, Object>();
        told.put(grantee.kind().key(), grantee.id().toString());
        if (level != null) told.put("level", level);
        if (until != null) told.put("until", until.toString());
        return told;
    }

    /** So that this node knows at once; the others know two seconds later. */
    private void forgetActors() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                actors.forgetAll();
            }
        });
    }
}
