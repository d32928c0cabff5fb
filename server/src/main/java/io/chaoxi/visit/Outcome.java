package io.chaoxi.visit;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a visit.
 *
 * @param result null leaves what stands there
 * @param nextFollowUp the day agreed on with the customer; null for none
 * @param contacts whom one met, all of the customer
 */
record Outcome(@Nullable String result, @Nullable LocalDate nextFollowUp, Set<UUID> contacts) {}
