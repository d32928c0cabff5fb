package io.chaoxi.platform.record;

/** An e-mail address, stored in lower case. */
public record Email(String address) {}
