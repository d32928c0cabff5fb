package io.chaoxi.conversation;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Idempotency;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.trace.Traced;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments on records. Who reaches a record reads its comments and writes some; everybody else gets 404. */
@Service
public class Comments {
    private static final int MOST_PINNED = 3;

    private final CommentSql sql;
    private final RecordFinding finding;
    private final Mentions mentions;
    private final Idempotency idempotency;
    private final CommentTraces traces;
    private final ApplicationEventPublisher events;

    Comments(
            CommentSql sql,
            RecordFinding finding,
            Mentions mentions,
            Idempotency idempotency,
            CommentTraces traces,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.finding = finding;
        this.mentions = mentions;
        this.idempotency = idempotency;
        this.traces = traces;
        this.events = events;
    }

    /** The newest comments behind the given one. */
    @Transactional(readOnly = true)
    public List<Comment> of(Catalogue catalogue, UUID record, @Nullable UUID after, int limit) {
        finding.find(catalogue, record);
        return sql.of(catalogue.type().object(), record, after, limit);
    }

    /** A new comment, and who of those whom it names is not told of it. */
    record Added(Comment comment, List<Mentions.Named> unreached) {}

    /** Adds a comment, once for an idempotency key, and announces whom it mentions. */
    @Transactional
    Added add(Catalogue catalogue, UUID record, CommentText text, @Nullable String key) {
        String object = catalogue.type().object();
        finding.hold(catalogue, record);
        mentions.check(text);
        UUID id = idempotency.once(key, object + record + text.text(), () -> added(catalogue, record, text));
        var comment = sql.find(object, record, id).orElseThrow(Refusal::notFound);
        return new Added(comment, mentions.unreached(catalogue, record, text));
    }

    private UUID added(Catalogue catalogue, UUID record, CommentText text) {
        UUID id = Ids.next();
        String object = catalogue.type().object();
        sql.insert(id, object, record, text.text());
        var mentioned = text.mentioned();
        if (!mentioned.isEmpty()) {
            var actor = catalogue.actor();
            events.publishEvent(new PeopleMentioned(actor.tenant(), id, object, record, actor.person(), mentioned));
        }
        return id;
    }

    /** Takes the name and the numbers of an erased person from what was said on these records. */
    @Transactional
    public void blot(Collection<UUID> records, Traced person) {
        traces.blot(records, person);
    }

    /** Pins a comment above the timeline; three stand there at most, more only where a merge brought them together. */
    @Transactional
    public void pin(Catalogue catalogue, UUID record, UUID comment) {
        String object = catalogue.type().object();
        finding.find(catalogue, record);
        sql.lock(object, record);
        if (sought(object, record, comment).pinned() != null) return;
        if (sql.pinned(object, record).size() >= MOST_PINNED) {
            throw Refusal.of(422, "tooManyPinned", Map.of("max", MOST_PINNED));
        }
        sql.pin(comment);
    }

    /** Lets it go back to its place; whoever pinned it. */
    @Transactional
    public void unpin(Catalogue catalogue, UUID record, UUID comment) {
        finding.find(catalogue, record);
        sql.unpin(sought(catalogue.type().object(), record, comment).id());
    }

    private Comment sought(String object, UUID record, UUID comment) {
        return sql.find(object, record, comment).orElseThrow(Refusal::notFound);
    }

    /** Deletes one's own comment; another's needs the right to delete the record. */
    @Transactional
    public void delete(Catalogue catalogue, UUID record, UUID comment) {
        String object = catalogue.type().object();
        finding.find(catalogue, record);
        var found = sought(object, record, comment);
        if (!found.by().equals(catalogue.actor().person())) {
            catalogue.actor().require(object + ".delete");
            finding.findOwn(catalogue, record);
        }
        if (!sql.delete(comment)) throw Refusal.notFound();
    }
}
