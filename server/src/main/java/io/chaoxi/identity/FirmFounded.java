package io.chaoxi.identity;

import java.util.UUID;

/**
 * A firm came into being. Published inside the founding transaction, with the program itself acting for the firm:
 * whoever listens with {@code @EventListener} seeds what the firm starts with, and his failure undoes the founding.
 *
 * @param administrator the first person of the firm
 */
public record FirmFounded(long tenant, UUID administrator) {}
