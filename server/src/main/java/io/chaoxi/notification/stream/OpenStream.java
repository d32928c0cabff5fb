package io.chaoxi.notification.stream;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Presence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. A virtual thread of its own writes to it, so that a page that reads slowly delays nobody; when two
 * hundred events wait, the stream ends and the browser connects anew.
 */
final class OpenStream {
    private static final MediaType JSON = new MediaType("application", "json", StandardCharsets.UTF_8);
    private static final int MOST_WAITING = 200;
    private static final int RETURN_MILLISECONDS = 60_000;
    private static final Event END = new Event("", "", () -> null);
    private static final Event GIVE_WAY = new Event("", "newer", () -> null);

    /** An event whose data is made when it is written; an equal one that still waits is not added again. */
    private record Event(String name, String key, Supplier<@Nullable String> data) {
        boolean same(Event other) {
            return name.equals(other.name) && key.equals(other.key);
        }
    }

    private final Presence.Ticket ticket;
    private final SseEmitter emitter;
    private final Duration heartbeat;
    private final long openedAt = System.nanoTime();
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile Actor actor;
    private volatile boolean ended;

    OpenStream(Presence.Ticket ticket, Actor actor, SseEmitter emitter, Duration heartbeat) {
        this.ticket = ticket;
        this.actor = actor;
        this.emitter = emitter;
        this.heartbeat = heartbeat;
    }

    Presence.Ticket ticket() {
        return ticket;
    }

    boolean olderThan(OpenStream other) {
        return openedAt - other.openedAt < 0;
    }

    /** Who reads it, with his rights of a few seconds ago at most. */
    Actor actor() {
        return actor;
    }

    void actsAs(Actor now) {
        actor = now;
    }

    /** The data may turn out to be nothing; then the event is not sent. */
    void send(String name, String key, Supplier<@Nullable String> data) {
        var event = new Event(name, key, data);
        if (waiting.stream().anyMatch(event::same)) return;
        if (!waiting.offer(event)) end();
    }

    /** Writes what waits no more; the browser may connect anew if it still may. */
    void end() {
        ended = true;
        waiting.clear();
        waiting.offer(END);
    }

    /** Until the stream has ended or nobody reads it any more. */
    void write() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(2_000).comment("open"));
            while (!ended) {
                Event event = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null) emitter.send(SseEmitter.event().comment(""));
                else if (!event.name().isEmpty()) write(event);
                else end(event);
            }
        } catch (IOException | IllegalStateException gone) {
            ended = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            emitter.complete();
        }
    }

    private void end(Event event) throws IOException {
        ended = true;
        if (event.same(GIVE_WAY)) emitter.send(SseEmitter.event().reconnectTime(RETURN_MILLISECONDS));
    }

    private void write(Event event) throws IOException {
        String data = event.data().get();
        if (data != null) emitter.send(SseEmitter.event().name(event.name()).data(data, JSON));
    }

    /** Ends for a newer page of the same person; the browser comes back in a minute instead of at once. */
    void giveWay() {
        waiting.clear();
        waiting.offer(GIVE_WAY);
    }

    /** Says why and ends. */
    void endBecause(String reason) {
        waiting.clear();
        waiting.offer(new Event("session", reason, () -> "{\"reason\":\"" + reason + "\"}"));
        waiting.offer(END);
    }
}
