package io.chaoxi.workday;

/** The firm of who acts works on other days from now on: terms counted in days of work end at another time. */
public record WorkCalendarChanged() {}
