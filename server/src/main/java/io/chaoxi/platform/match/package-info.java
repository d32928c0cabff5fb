/**
 * Whether two parties, companies or persons, are one and the same.
 * Owns the comparison of names, numbers, addresses and dates, the weights of their agreement, and the keys by which
 * candidates are found. Offers pure functions: no Spring, no database, safe in any thread.
 * The figures that it reaches, and how the weights were chosen, stand in docs/matching.md.
 */
@NullMarked
package io.chaoxi.platform.match;

import org.jspecify.annotations.NullMarked;
