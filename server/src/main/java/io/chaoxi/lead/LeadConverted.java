package io.chaoxi.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead went into a customer, a contact or both. Published inside the transaction that converts it: whoever keeps
 * something of the lead that the customer is to have listens with {@code @EventListener}.
 *
 * @param customer also where only a contact was chosen: the one that he works for
 */
public record LeadConverted(
        UUID lead, UUID customer, @Nullable UUID contact) {}
