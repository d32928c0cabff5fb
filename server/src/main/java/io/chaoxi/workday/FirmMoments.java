package io.chaoxi.workday;

import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.rights.Acting;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The moments of {@link Due}, computed from the columns of a row by the firm's time zone as it stands in the database: for
 * rows that are counted anew when that changes.
 */
public final class FirmMoments {
    private static final String TYPE = "timestamptz";

    private FirmMoments() {}

    private static Field<String> zone() {
        return DSL.field(DSL.select(TENANT.TIME_ZONE)
                .from(TENANT)
                .where(TENANT.ID.eq(Acting.current().tenant())));
    }

    private static Field<OffsetDateTime> moment(String sql, Field<?>... parts) {
        return DSL.field("(" + sql + ")::" + TYPE, SQLDataType.TIMESTAMPWITHTIMEZONE, (Object[]) parts);
    }

    /** When a day is over. */
    public static Field<OffsetDateTime> dayOver(Field<LocalDate> on) {
        return moment("({0} + 1)::timestamp at time zone {1}", on, zone());
    }

    /** A time of a day; null where the row has none. */
    public static Field<OffsetDateTime> at(Field<LocalDate> on, Field<String> time) {
        return moment("({0} + {1}::time) at time zone {2}", on, time, zone());
    }

    /** {@link Due#over()}. */
    public static Field<OffsetDateTime> over(Field<LocalDate> on, Field<String> time) {
        return DSL.coalesce(at(on, time), dayOver(on));
    }

    /** {@link Due#reminder}; null where the row says no minutes. */
    public static Field<OffsetDateTime> reminder(Field<LocalDate> on, Field<String> time, Field<Integer> minutes) {
        var from = DSL.coalesce(time, DSL.inline(Due.MORNING.toString()));
        return moment("{0} - {1} * interval '1 minute'", at(on, from), minutes);
    }
}
