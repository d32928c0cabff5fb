package io.chaoxi.customer.mention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that bears a name or has a number, whoever may see it.
 *
 * @param customer of a contact: whose
 * @param by the field that holds it
 * @param mark the name as it is compared, or the number as it is stored
 */
record Holder(String object, UUID id, @Nullable UUID customer, String by, String mark) {}
