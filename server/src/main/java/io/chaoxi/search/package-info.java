/**
 * One search over every object that the acting person may read. Owns nothing: each object's own search column answers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package io.chaoxi.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
