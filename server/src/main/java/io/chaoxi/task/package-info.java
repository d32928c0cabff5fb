/**
 * 任务: what somebody is to do by some day, once or again and again, and the reminders of it. Owns task; tells the blocks of
 * customers, contacts and leads what is to be done there; announces {@link io.chaoxi.task.RemindersDue}. Listens to the
 * conversion of leads, whose open tasks go on with the customer, and to what is deleted for good. Keeps the tasks that
 * rhythms make ({@link io.chaoxi.task.PlannedTasks}) for whoever knows the rhythms.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "conversation", "lead", "workday"})
@NullMarked
package io.chaoxi.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
