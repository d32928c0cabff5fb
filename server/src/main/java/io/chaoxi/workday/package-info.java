/**
 * On which days the firm works. Owns work_calendar and work_calendar_day; offers {@link io.chaoxi.workday.WorkCalendar} to
 * modules that count in days of work, announces nothing, listens to nobody.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.workday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
