/** Server-sent events for open pages, over any number of nodes. Hints only: what they point to is read with one's rights. */
@NullMarked
package io.chaoxi.notification.stream;

import org.jspecify.annotations.NullMarked;
