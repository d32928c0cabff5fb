package io.chaoxi.notification.stream;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.platform.rights.Presence;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks every two seconds, for all open pages of this node together, who still is signed in and whose rights changed. A
 * page whose session ended or whose reader was locked is closed, and one whose reader first has to set up the second
 * factor of his role; one whose reader has other rights is told.
 */
@Component
class StreamWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private record Reader(long tenant, UUID person) {}

    private final Streams streams;
    private final Presence presence;
    private final Actors actors;
    private final Map<Reader, Integer> standing = new HashMap<>();
    /** Whose rights are read once more in the next round, because what was read may have been kept from before. */
    private final Set<Reader> unsure = new HashSet<>();

    private volatile boolean running;

    StreamWatch(Streams streams, Presence presence, Actors actors) {
        this.streams = streams;
        this.presence = presence;
        this.actors = actors;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("stream-watch").start(this::watch);
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(EVERY);
                look(streams.all());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Open pages could not be looked after: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void look(List<OpenStream> open) {
        if (open.isEmpty()) {
            standing.clear();
            unsure.clear();
            return;
        }
        Set<UUID> signedIn = presence.open(open.stream().map(OpenStream::ticket).toList());
        Map<Boolean, List<OpenStream>> parted = open.stream()
                .collect(Collectors.partitioningBy(
                        stream -> signedIn.contains(stream.ticket().caller())));
        parted.getOrDefault(false, List.of()).forEach(stream -> stream.endBecause("ended"));
        parted.getOrDefault(true, List.of()).stream()
                .collect(Collectors.groupingBy(stream -> stream.ticket().tenant()))
                .forEach(this::lookAtFirm);
    }

    private void lookAtFirm(long tenant, List<OpenStream> open) {
        Map<UUID, List<OpenStream>> byPerson = open.stream()
                .collect(Collectors.groupingBy(stream -> stream.ticket().person()));
        Map<UUID, Integer> now = presence.standing(tenant, byPerson.keySet());
        byPerson.forEach((person, own) -> {
            var reader = new Reader(tenant, person);
            Integer after = now.get(person);
            Integer before = after == null ? standing.remove(reader) : standing.put(reader, after);
            boolean changed = !Objects.equals(before, after);
            if (after == null) own.forEach(stream -> stream.endBecause("ended"));
            else if (changed || unsure.remove(reader)) own.forEach(this::renew);
            if (changed && after != null) unsure.add(reader);
        });
    }

    private void renew(OpenStream stream) {
        var ticket = stream.ticket();
        Optional<Actor> actor = actors.load(ticket);
        if (actor.isEmpty()) {
            stream.endBecause("ended");
        } else if (presence.lacksSecondFactor(ticket)) {
            stream.endBecause("rights");
        } else if (!actor.get().equals(stream.actor())) {
            stream.actsAs(actor.get());
            stream.send("session", "rights", () -> "{\"reason\":\"rights\"}");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
