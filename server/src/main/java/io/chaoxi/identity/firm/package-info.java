/** How firms come into being, and what a firm says of itself. */
@NamedInterface("firm")
@NullMarked
package io.chaoxi.identity.firm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
