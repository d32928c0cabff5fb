/**
 * Beginning with the product: sample data that goes again with one click, and the list of first steps.
 * Owns nothing; writes through the record machine. Listens to the founding of a firm.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "identity",
            "identity :: firm",
            "customer",
            "activity",
            "lead",
            "promise",
            "task",
            "visit",
            "dictionary"
        })
@NullMarked
package io.chaoxi.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
