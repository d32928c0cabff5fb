/** How much a firm may use: storage, exported rows. The firm's settings, each with a default. */
@NullMarked
package io.chaoxi.platform.limit;

import org.jspecify.annotations.NullMarked;
