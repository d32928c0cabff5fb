/**
 * National code lists: regions by GB/T 2260 (province, city, district) and industries by GB/T 4754 (section, division).
 * Owns the files in resources/reference; they are read once, on first use, and never change while running.
 * Offers look-up by code, children, labels, search by name and pinyin, and the reading of codes out of free text.
 * A text that fits several codes is refused with the candidates, never guessed.
 * Firms' own lists are dictionaries and live elsewhere.
 */
@NullMarked
package io.chaoxi.platform.reference;

import org.jspecify.annotations.NullMarked;
