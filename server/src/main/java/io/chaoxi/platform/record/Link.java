package io.chaoxi.platform.record;

/** A web address, http or https. */
public record Link(String url) {}
