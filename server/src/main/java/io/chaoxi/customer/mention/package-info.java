/** Whom a text names: customers and contacts by name, short name, telephone or e-mail. */
@NullMarked
package io.chaoxi.customer.mention;

import org.jspecify.annotations.NullMarked;
