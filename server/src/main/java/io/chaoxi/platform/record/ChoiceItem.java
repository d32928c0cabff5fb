package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;
import org.jspecify.annotations.Nullable;

/** An item of a dictionary: readable for ever, choosable while it is not disabled. */
public record ChoiceItem(String id, @Nullable String parent, Label label, String color, boolean disabled) {}
