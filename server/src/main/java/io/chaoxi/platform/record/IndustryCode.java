package io.chaoxi.platform.record;

/** An industry of GB/T 4754: a section letter, or the letter with a two-digit division such as C35. */
public record IndustryCode(String code) {}
