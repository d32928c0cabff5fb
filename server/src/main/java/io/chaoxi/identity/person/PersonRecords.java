package io.chaoxi.identity.person;

import static chaoxi.tables.Tables.DEPARTMENT;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers people and departments with the record machine. */
@Configuration(proxyBeanMethods = false)
class PersonRecords {
    @Bean
    @Order(90)
    RecordType personType(Labels labels, PersonRules rules) {
        return RecordType.define("person", "people", PERSON, Person.Draft.class)
                .derived(Person.Derived.class)
                .rules(rules)
                .hint("jobTitle")
                .foundBy("login")
                .with(labels);
    }

    @Bean
    @Order(91)
    RecordType departmentType(Labels labels, DepartmentRules rules) {
        return RecordType.define("department", "departments", DEPARTMENT, Department.Draft.class)
                .rules(rules)
                .with(labels);
    }
}
