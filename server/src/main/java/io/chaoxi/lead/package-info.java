/**
 * 线索: first contact data until it becomes a customer or turns out to be nothing. Owns lead; offers leads to the record
 * machine and their keys to the search for duplicates; announces nothing of its own; refuses statuses that only an action
 * gives.
 */
@ApplicationModule(allowedDependencies = {"customer", "platform"})
@NullMarked
package io.chaoxi.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
