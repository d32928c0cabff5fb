package io.chaoxi.customer;

import io.chaoxi.platform.record.HistorySql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask of customers beyond the record machine's verbs. */
@Service
public class Customers {
    private final CustomerSql sql;
    private final HistorySql history;

    Customers(CustomerSql sql, HistorySql history) {
        this.sql = sql;
        this.history = history;
    }

    /** Customers that share an exact key with these values; out of reach they are masked, with whom to ask. */
    @Transactional(readOnly = true)
    public List<Duplicate> duplicates(Map<String, @Nullable Object> values) {
        ExactKeys keys = ExactKeys.of(values);
        return keys.isEmpty() ? List.of() : sql.duplicates(keys, null);
    }

    /** Marks customers as sample data; contacts that are made for them are sample data too. */
    @Transactional
    public void markSample(Collection<UUID> customers) {
        sql.markSample(customers);
    }

    /** Takes all sample customers with their contacts and histories away for good; answers how many records. */
    @Transactional
    public int removeSample() {
        var gone = sql.deleteSample();
        history.forget(gone);
        return gone.size();
    }

    /** Whether the firm has a customer that is no sample. */
    @Transactional(readOnly = true)
    public boolean begun() {
        return sql.hasOwnCustomers();
    }

    /** Whether the firm has a contact that is no sample. */
    @Transactional(readOnly = true)
    public boolean tried() {
        return sql.hasOwnContacts();
    }
}
