/**
 * 行动记录: what was done with customers, when, by which means and what comes next. Owns activity; tells the timeline of a
 * record what was done with it, and announces {@link io.chaoxi.platform.record.Touched}. Listens to {@link
 * io.chaoxi.platform.record.RecordsSettled}: after a merge the touches are counted anew.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "conversation"})
package io.chaoxi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
