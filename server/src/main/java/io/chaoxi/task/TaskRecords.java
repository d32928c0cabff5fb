package io.chaoxi.task;

import static chaoxi.tables.Tables.TASK;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.HandedOn;
import io.chaoxi.platform.record.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Registers tasks with the record machine. */
@Configuration
class TaskRecords {

    /** What is done stays done by him. */
    @Bean
    @Order(3)
    HandedOn tasksHandedOn() {
        return new HandedOn("task", "status==" + TaskStatus.OPEN);
    }

    @Bean
    @Order(3)
    RecordType taskType(Labels labels, TaskRules rules) {
        return RecordType.define("task", "tasks", TASK, Task.Draft.class)
                .derived(Task.Derived.class)
                .rules(rules)
                .title("subject")
                .made("dueAt", "dueOn")
                .made("remindAt", "dueOn")
                .hint("customer")
                .with(labels);
    }
}
