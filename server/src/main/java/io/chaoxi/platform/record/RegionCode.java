package io.chaoxi.platform.record;

/** A region of GB/T 2260, six digits; a province or city covers what lies below it. */
public record RegionCode(String code) {}
