package io.chaoxi.dictionary;

import java.util.List;

/** The names of the colours that an item or a tag may carry; the page decides how each looks in light and dark. */
final class Colors {
    static final String PLAIN = "gray";
    static final List<String> ALL = List.of(PLAIN, "blue", "tide", "ok", "warn", "bad", "violet");

    private Colors() {}
}
