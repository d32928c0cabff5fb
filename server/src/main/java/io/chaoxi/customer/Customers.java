package io.chaoxi.customer;

import io.chaoxi.platform.record.RecordsForgotten;
import io.chaoxi.platform.record.RecordsLeaving;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask of customers beyond the record machine's verbs. */
@Service
public class Customers {
    private final CustomerSql sql;
    private final ApplicationEventPublisher events;

    Customers(CustomerSql sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** Marks customers and contacts as sample data. */
    @Transactional
    public void markSample(Collection<UUID> records) {
        sql.markSample(records);
    }

    /** The sample customers. */
    @Transactional(readOnly = true)
    public List<UUID> sample() {
        return sql.sampleCustomers();
    }

    /** These are samples no more. */
    @Transactional
    public void keep(Collection<UUID> customers) {
        sql.keep(customers);
    }

    /**
     * Takes all sample customers and contacts away for good, with all that was written and kept about them; answers how
     * many records. A sample customer with a contact of the firm's own stays.
     */
    @Transactional
    public int removeSample() {
        var contacts = sql.sampleContacts();
        events.publishEvent(new RecordsLeaving("contact", contacts));
        sql.deleteContacts(contacts);
        sql.keepEmployers();
        var customers = sql.sampleCustomers();
        events.publishEvent(new RecordsLeaving("customer", customers));
        sql.deleteCustomers(customers);
        var gone = Stream.concat(contacts.stream(), customers.stream()).toList();
        events.publishEvent(new RecordsForgotten(gone, false));
        return gone.size();
    }

    /** Whether the firm has a customer that is no sample. */
    @Transactional(readOnly = true)
    public boolean begun() {
        return sql.hasOwnCustomers();
    }
}
