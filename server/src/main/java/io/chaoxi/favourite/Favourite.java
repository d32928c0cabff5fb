package io.chaoxi.favourite;

import java.util.UUID;

/** A record that the acting person keeps at hand, under the title that he may read. */
public record Favourite(String object, UUID id, String label) {}
