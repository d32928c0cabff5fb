/**
 * 打法: what a firm plans to do with records in a certain state, such as customers of high potential who sleep. Owns
 * play_book; offers the plays to pages and the record they hold for. Announces nothing, listens to nobody.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.play;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
