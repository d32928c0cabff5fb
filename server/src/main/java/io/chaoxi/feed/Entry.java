package io.chaoxi.feed;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a calendar.
 *
 * @param at the moment; null for a whole day
 * @param version rises with every change
 */
record Entry(
        String id,
        LocalDate day,
        @Nullable Instant at,
        String subject,
        String text,
        String address,
        Instant changed,
        long version) {}
