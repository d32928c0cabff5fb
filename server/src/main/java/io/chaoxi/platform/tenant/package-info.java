/** The wall between firms: the tenant condition on every statement and the tenant setting of every transaction. */
@NullMarked
package io.chaoxi.platform.tenant;

import org.jspecify.annotations.NullMarked;
