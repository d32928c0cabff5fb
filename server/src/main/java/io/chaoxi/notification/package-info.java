/**
 * What people are told: notifications that stay until they are read, and the event streams that keep open pages fresh.
 * Owns notification. Announces {@link io.chaoxi.notification.NotificationMade}. Listens to jobs, mentions, exports, shares,
 * reminders of tasks and promises, broken ones, what is done to second factors and changes of records; nobody depends on it, and to be told of a record grants nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "conversation", "exchange", "pool", "promise", "sharing", "task"
        })
package io.chaoxi.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
