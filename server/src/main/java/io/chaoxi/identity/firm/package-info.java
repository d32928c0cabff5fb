/** How firms come into being, and what a firm says of itself. */
@NullMarked
package io.chaoxi.identity.firm;

import org.jspecify.annotations.NullMarked;
