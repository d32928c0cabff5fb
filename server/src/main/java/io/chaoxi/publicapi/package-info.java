/**
 * What programs see of the product: the OpenAPI description, in which every object of the record machine stands with its
 * own paths and fields. Owns nothing; reads the field catalogue.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.publicapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
