package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;

import chaoxi.tables.tables.records.CustomerRecord;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectForUpdateStep;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is written of a person on the customers around him: in the remark, and in the reasons for which
 * one was given back or is kept from returning. */
@Component
@Order(3)
class CustomerTraces implements Traces {
    private static final List<TableField<CustomerRecord, String>> WORDS =
            List.of(CUSTOMER.REMARK, CUSTOMER.POOL_REASON, CUSTOMER.LOCK_REASON);

    private final DSLContext database;
    private final HistorySql history;

    CustomerTraces(DSLContext database, HistorySql history) {
        this.database = database;
        this.history = history;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return telling(person).fetch().stream()
                .map(customer -> told(person, customer))
                .toList();
    }

    private static Map<String, @Nullable Object> told(Traced person, CustomerRecord customer) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("record", customer.getId().toString());
        told.put("text", words(customer).filter(person::within).collect(Collectors.joining(" · ")));
        return told;
    }

    private static Stream<@Nullable String> words(CustomerRecord customer) {
        return WORDS.stream().map(customer::get);
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        for (var customer : telling(person).forUpdate().fetch()) {
            for (var text : WORDS) {
                String words = customer.get(text);
                if (words != null) customer.set(text, person.blotted(words));
            }
            customer.setVersion(customer.getVersion() + 1);
            customer.update();
        }
        history.blot("customer", person.around(), person);
        return null;
    }

    private SelectForUpdateStep<CustomerRecord> telling(Traced person) {
        Condition words = DSL.or(WORDS.stream().map(person::within).toList());
        return database.selectFrom(CUSTOMER)
                .where(CUSTOMER.ID.in(person.around()))
                .and(words)
                .orderBy(CUSTOMER.ID);
    }
}
