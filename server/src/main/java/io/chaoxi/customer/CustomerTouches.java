package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;

import chaoxi.tables.tables.records.CustomerRecord;
import io.chaoxi.platform.record.TouchKeeping;
import io.chaoxi.platform.record.Touched;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps of each customer what was done with it. */
@Component
class CustomerTouches {
    private static final TouchKeeping.Kept<CustomerRecord> KEPT = new TouchKeeping.Kept<>(
            CUSTOMER, CUSTOMER.ID, CUSTOMER.TOUCHES, CUSTOMER.LAST_TOUCH_AT, CUSTOMER.NEXT_FOLLOW_UP);

    private final TouchKeeping keeping;

    CustomerTouches(TouchKeeping keeping) {
        this.keeping = keeping;
    }

    @EventListener
    void on(Touched touched) {
        if (touched.object().equals("customer")) keeping.keep(touched, KEPT);
    }
}
