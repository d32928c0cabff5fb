/** The second factor of an account: codes by time, recovery codes, and the key that seals both. */
@NullMarked
package io.chaoxi.identity.factor;

import org.jspecify.annotations.NullMarked;
