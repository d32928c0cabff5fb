package io.chaoxi.platform;

import io.chaoxi.platform.problem.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids: UUIDv7 (RFC 9562), so that ids sort by the time they were made, strictly within one process. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** The id of a record in an address. A text that is none leads nowhere, like the id of what is not there: 404. */
    public static UUID known(String text) {
        return read(text).orElseThrow(Refusal::notFound);
    }

    /** The id that a text writes in full; empty for anything else. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** When an id was made. A record's time of making is that of its id, so that both put records in one order. */
    public static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The least id that can be made at a moment. */
    public static UUID first(Instant moment) {
        return new UUID((Math.max(0, moment.toEpochMilli()) << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** A new id. The first 48 bits are milliseconds since 1970 UTC, the next 12 count within the millisecond. */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((stamp >>> 12) << 16) | 0x7000L | (stamp & 0xFFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
