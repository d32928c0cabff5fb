/**
 * 日历订阅: what somebody is to do and where he is to be, read by the calendar on his telephone. Owns calendar_feed. Announces nothing, listens to
 * nobody; whoever has the address sees what its owner may see at that moment, and no more.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity::confirm"})
@NullMarked
package io.chaoxi.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
