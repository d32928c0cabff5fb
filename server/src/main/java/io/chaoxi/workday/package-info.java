/**
 * On which days the firm works. Owns work_calendar and work_calendar_day; offers them to pages, and as a value to whoever counts
 * in days of work; announces that they changed, listens to nobody.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.workday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
