package io.chaoxi.dictionary;

import io.chaoxi.platform.Ids;
import java.util.UUID;

/** A tag of the firm, one name once whatever its case. The group gathers tags in lists and is empty for none. */
public record Tag(UUID id, long version, String name, String group, String color) {
    static final int LONGEST_NAME = 50;

    static Tag fresh(String name, String group, String color) {
        return new Tag(Ids.next(), 1, name, group, color);
    }
}
