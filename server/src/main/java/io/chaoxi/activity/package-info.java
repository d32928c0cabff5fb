/**
 * 行动记录: what was done with customers and leads, when, by which means and what comes next. Owns activity and
 * pursuit_rule; tells the timeline of a
 * record what was done with it, and announces {@link io.chaoxi.platform.record.Touched}. Says
 * how far a pursuit is (第几次跟进). Listens to {@link
 * io.chaoxi.platform.record.RecordsSettled}: after a merge the touches are counted anew; and to {@link
 * io.chaoxi.lead.LeadConverted}: what was done with a lead is the customer's too.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "conversation", "lead"})
package io.chaoxi.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
