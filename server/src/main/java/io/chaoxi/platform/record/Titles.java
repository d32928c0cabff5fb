package io.chaoxi.platform.record;

import java.util.Map;
import java.util.UUID;

/** What is told of that which values name by id only: the titles of records, and files. */
record Titles(Map<UUID, String> records, Map<UUID, HeldFile> files) {}
