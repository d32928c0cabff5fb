/**
 * 定期跟进: rhythms in which certain customers are called, visited or written to, and the tasks that appear by them. Owns
 * cadence and cadence_turn; offers the rules to pages, and of each customer what is due next. Listens to what becomes of
 * customers, their touches and the tasks, and to changes of the calendar.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "task", "workday"})
@NullMarked
package io.chaoxi.cadence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
