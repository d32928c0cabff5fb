/**
 * 今日: what somebody is to do next and why, in order, and what his manager is told of it. Owns nothing; modules say what
 * waits by declaring {@link io.chaoxi.platform.today.TodaySection} and its kind, all of which are read in one way.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
