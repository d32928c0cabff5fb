package io.chaoxi.customer;

import static chaoxi.tables.Tables.CONTACT;
import static chaoxi.tables.Tables.CUSTOMER;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.record.HandedOn;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers customers and contacts with the record machine, and the searches for those that are there twice. */
@Configuration
class CustomerRecords {

    /** Contacts follow their customers. */
    @Bean
    @Order(1)
    HandedOn customersHandedOn() {
        return new HandedOn("customer", "");
    }

    @Bean
    @Order(1)
    RecordType customerType(Labels labels, CustomerRules rules, CustomerMatching matching) {
        return RecordType.define("customer", "customers", CUSTOMER, Customer.Draft.class)
                .derived(Customer.Derived.class)
                .rules(rules)
                .matching(matching)
                .hint("region")
                .with(labels);
    }

    @Bean
    @Order(2)
    RecordType contactType(Labels labels, ContactRules rules, ContactMatching matching) {
        return RecordType.define("contact", "contacts", CONTACT, Contact.Draft.class)
                .derived(Contact.Derived.class)
                .rules(rules)
                .matching(matching)
                .hint("customer")
                .sharedWith("customer", "customer_id")
                .personal()
                .with(labels);
    }

    @Bean
    JobKind likelyCustomers(ComparedSql records, LikelyPairSql sql, Rarities rarities, StoredFiles files) {
        return new LikelyPairJob(Compared.CUSTOMERS, records, sql, rarities, files);
    }

    @Bean
    JobKind likelyContacts(ComparedSql records, LikelyPairSql sql, Rarities rarities, StoredFiles files) {
        return new LikelyPairJob(Compared.CONTACTS, records, sql, rarities, files);
    }
}
