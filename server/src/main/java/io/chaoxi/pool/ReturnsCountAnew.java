package io.chaoxi.pool;

import static chaoxi.tables.Tables.COUNTED_BY;

import io.chaoxi.identity.FirmZoneChanged;
import io.chaoxi.platform.housekeeping.Chore;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.reference.ChinaDays;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.workday.WorkCalendarChanged;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has returns counted anew when what days are counted by changes: in the transaction that changes the firm's calendar or
 * time zone, and once after a program with other official holidays came.
 */
@Component
class ReturnsCountAnew implements Chore {
    private static final String HOLIDAYS = "chinaDays";

    private final ReturnRules rules;
    private final Catalogues catalogues;
    private final DSLContext database;

    ReturnsCountAnew(ReturnRules rules, Catalogues catalogues, DSLContext database) {
        this.rules = rules;
        this.catalogues = catalogues;
        this.database = database;
    }

    /** Before others who count by it: whoever writes a customer holds the pools first. */
    @EventListener
    @Order(0)
    void on(WorkCalendarChanged changed) {
        countAnew(true);
    }

    @EventListener
    @Order(0)
    void on(FirmZoneChanged changed) {
        countAnew(false);
    }

    /** In the order in which everybody holds the pools of several objects. */
    private void countAnew(boolean workdays) {
        catalogues.pooled().forEach(type -> rules.countAnew(type.object(), workdays));
    }

    @Override
    public String name() {
        return "returns counted by former holidays";
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
        if (changed == 1) countAnew(true);
        return changed;
    }
}
