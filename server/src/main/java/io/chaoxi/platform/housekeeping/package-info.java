/** What is cleared away when its time is over: once in a cluster, every hour, firm by firm. */
@NullMarked
package io.chaoxi.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
