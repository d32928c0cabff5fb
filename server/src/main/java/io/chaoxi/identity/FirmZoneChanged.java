package io.chaoxi.identity;

/** The acting firm's days begin at another time from now on. Published inside the transaction that writes it. */
public record FirmZoneChanged() {}
