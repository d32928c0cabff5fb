package io.chaoxi.platform.record;

/** A text of several lines, up to 20,000 characters. */
public record LongText(String text) {}
