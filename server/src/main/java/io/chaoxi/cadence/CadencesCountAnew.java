package io.chaoxi.cadence;

import static chaoxi.tables.Tables.COUNTED_BY;

import io.chaoxi.identity.FirmZoneChanged;
import io.chaoxi.platform.housekeeping.Chore;
import io.chaoxi.platform.reference.ChinaDays;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.WorkCalendarChanged;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has days counted anew when what they are counted by changes: in the transaction that changes the firm's calendar or time
 * zone, and once after a program with other official holidays came.
 */
@Component
class CadencesCountAnew implements Chore {
    private static final String HOLIDAYS = "chinaDaysOfCadences";

    private final Cadences cadences;
    private final DSLContext database;

    CadencesCountAnew(Cadences cadences, DSLContext database) {
        this.cadences = cadences;
        this.database = database;
    }

    @EventListener
    void on(WorkCalendarChanged changed) {
        cadences.countAnew();
    }

    @EventListener
    void on(FirmZoneChanged changed) {
        cadences.countAnew();
    }

    @Override
    public String name() {
        return "rhythms counted by former holidays";
    }

    @Override
    public int clear(OffsetDateTime now) {
        int changed = database.insertInto(COUNTED_BY)
                .set(COUNTED_BY.TENANT_ID, Acting.current().tenant())
                .set(COUNTED_BY.WHAT, HOLIDAYS)
                .set(COUNTED_BY.EDITION, ChinaDays.edition())
                .onConflict(COUNTED_BY.TENANT_ID, COUNTED_BY.WHAT)
                .doUpdate()
                .set(COUNTED_BY.EDITION, ChinaDays.edition())
                .where(COUNTED_BY.EDITION.ne(ChinaDays.edition()))
                .execute();
        if (changed == 1) cadences.countAnew();
        return changed;
    }
}
