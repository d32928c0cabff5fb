package io.chaoxi.identity;

/**
 * A firm came into being. Published inside the founding transaction, with the program itself acting for the firm:
 * whoever listens with {@code @EventListener} seeds what the firm starts with, and his failure undoes the founding.
 */
public record FirmFounded(long tenant) {}
