/**
 * 收藏: the records that somebody keeps at hand, wherever he signs in. Owns favourite; offers them to pages; announces
 * nothing. Listens to nobody but the end of records. To keep a record grants nothing: it is shown while it is in reach.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.favourite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
