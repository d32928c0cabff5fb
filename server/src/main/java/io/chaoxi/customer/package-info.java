/**
 * Customers and their contacts: the base that every other module stands on.
 * Owns customer and contact; offers {@link io.chaoxi.customer.Customers}; announces nothing of its own beyond the record
 * machine's changes; refuses what exists already by name, credit code, phone or e-mail.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
