package io.chaoxi.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a calendar.
 *
 * @param at the moment; null for a whole day
 * @param lasts from that moment on
 * @param version rises with every change
 */
record Entry(
        String id,
        LocalDate day,
        @Nullable Instant at,
        Duration lasts,
        String subject,
        String text,
        String address,
        Instant changed,
        long version) {}
