package io.chaoxi.exchange;

import java.util.UUID;

/**
 * A person exported more than half of what is allowed in a day, or was stopped at the limit; administrators should know.
 *
 * @param rows the rows of that person on this day
 */
public record ExportedMuch(long tenant, UUID person, String object, long rows, long limit, boolean stopped) {}
