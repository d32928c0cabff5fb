/**
 * The lists that a firm decides itself. Owns dictionaries, tags and custom fields; offers them to the record machine as
 * {@code Choices} and {@code CustomFields}, and to pages together with the national code lists of regions and
 * industries. Announces nothing. Listens to the founding of a firm and gives it the standard dictionaries.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity"})
@NullMarked
package io.chaoxi.dictionary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
