package io.chaoxi.platform.record;

/** A telephone number, stored as E.164 with an optional {@code ;ext=} extension. */
public record Phone(String e164) {}
