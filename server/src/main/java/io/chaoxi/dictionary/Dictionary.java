package io.chaoxi.dictionary;

import io.chaoxi.platform.Label;
import java.util.List;

/**
 * A list of choices of the firm.
 *
 * @param levels 1, or 2 where items may stand below items
 * @param system the dictionary itself belongs to the program; its items are the firm's
 */
public record Dictionary(String key, Label label, int levels, boolean system, List<DictionaryItem> items) {}
