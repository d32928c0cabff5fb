package io.chaoxi.notification.stream;

import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordAudience;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Presence;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open pages of this node and what each of them may know. A person has five at most: the oldest gives way to a
 * sixth, because the page that was opened last is the one that is looked at. A node has a thousand; more get 429. Ends them all first when the application stops, so that its shutdown waits for nobody.
 */
@Component
class Streams implements SmartLifecycle {
    static final int MOST_OF_PERSON = 5;
    static final int MOST = 1_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int RETRY_SECONDS = 30;

    private final Catalogues catalogues;
    private final RecordAudience audience;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Streams(Catalogues catalogues, RecordAudience audience, Jobs jobs, JsonMapper json) {
        this.catalogues = catalogues;
        this.audience = audience;
        this.jobs = jobs;
        this.json = json;
    }

    SseEmitter open(Presence.Ticket ticket, Actor actor) {
        var emitter = new SseEmitter(0L);
        var stream = new OpenStream(ticket, actor, emitter, HEARTBEAT);
        add(stream);
        emitter.onCompletion(stream::end);
        emitter.onError(error -> stream.end());
        Thread.ofVirtual().name("stream").start(() -> {
            try {
                stream.write();
            } finally {
                open.remove(stream);
            }
        });
        return emitter;
    }

    private synchronized void add(OpenStream stream) {
        if (!running || open.size() >= MOST) {
            throw Refusal.of(429, "tooManyStreams").with("retryAfter", RETRY_SECONDS);
        }
        UUID person = stream.ticket().person();
        var own = open.stream()
                .filter(one -> one.ticket().person().equals(person))
                .toList();
        if (own.size() >= MOST_OF_PERSON) {
            own.stream()
                    .reduce((one, other) -> one.olderThan(other) ? one : other)
                    .ifPresent(oldest -> {
                        open.remove(oldest);
                        oldest.giveWay();
                    });
        }
        open.add(stream);
    }

    List<OpenStream> all() {
        return List.copyOf(open);
    }

    /** Signals were missed: browsers connect anew and read what they show. */
    void reconnect() {
        open.forEach(OpenStream::end);
    }

    void deliver(Signal signal) {
        var streams = open.stream()
                .filter(stream -> stream.ticket().tenant() == signal.tenant())
                .filter(stream -> signal.person() == null
                        || signal.person().equals(stream.ticket().person()))
                .toList();
        if (streams.isEmpty()) return;
        switch (signal.kind()) {
            case CHANGED -> changed(signal, streams);
            case JOB -> streams.forEach(stream -> job(stream, signal.ids().getFirst()));
            case NOTIFICATION -> {
                String id = signal.ids().getFirst().toString();
                streams.forEach(stream -> stream.send("notification", id, () -> told(Map.of("id", id))));
            }
        }
    }

    private void job(OpenStream stream, UUID job) {
        stream.send(
                "job",
                job.toString(),
                () -> Acting.<@Nullable String>as(stream.actor(), () -> {
                    try {
                        return told(jobs.get(job));
                    } catch (Refusal gone) {
                        return null;
                    }
                }));
    }

    /** Who reaches everything is told without a question; for all others together the owners are read once. */
    private void changed(Signal signal, List<OpenStream> streams) {
        Acting.as(Actor.system(signal.tenant(), ZoneOffset.UTC), () -> {
            RecordType type = catalogues.of(signal.object()).type();
            var scoped = new ArrayList<OpenStream>();
            for (OpenStream stream : streams) {
                if (!RecordAudience.reads(stream.actor(), type)) continue;
                if (signal.ids().isEmpty()) changed(stream, type, null);
                else if (RecordAudience.reachesAll(stream.actor(), type)) {
                    signal.ids().forEach(id -> changed(stream, type, id));
                } else scoped.add(stream);
            }
            if (scoped.isEmpty()) return;
            audience.of(type, signal.ids())
                    .forEach((id, ownership) -> scoped.stream()
                            .filter(stream -> RecordAudience.reaches(stream.actor(), type, ownership))
                            .forEach(stream -> changed(stream, type, id)));
        });
    }

    /** Without an id: many records of the object were written. */
    private void changed(OpenStream stream, RecordType type, @Nullable UUID id) {
        var data = new java.util.LinkedHashMap<String, @Nullable Object>();
        data.put("object", type.object());
        data.put("id", id == null ? null : id.toString());
        stream.send("changed", type.object() + id, () -> told(data));
    }

    private String told(Object data) {
        return json.writeValueAsString(data);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(OpenStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
