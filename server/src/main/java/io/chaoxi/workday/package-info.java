/**
 * On which days the firm works. Owns work_calendar and work_calendar_day; offers {@link io.chaoxi.workday.WorkCalendar} to
 * modules whose terms are counted in days of work. Announces changes as {@link io.chaoxi.workday.WorkCalendarChanged},
 * listens to nobody.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.workday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
