/** Seals the access log in batches, each over the one before, and finds the first batch that is not as it was sealed. */
@NullMarked
package io.chaoxi.platform.audit;

import org.jspecify.annotations.NullMarked;
