package io.chaoxi.workday;

/** The acting firm works on other days from now on. Published inside the transaction that writes it. */
public record WorkCalendarChanged() {}
