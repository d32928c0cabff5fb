package io.chaoxi.platform.today;

import java.util.Map;

/** Why something stands on the page of the day: a sentence {@code why.<key>} of labels/today.yaml and what it tells. */
public record Why(String key, Map<String, Object> arguments) {}
