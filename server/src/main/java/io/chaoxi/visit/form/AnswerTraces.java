package io.chaoxi.visit.form;

import static chaoxi.tables.Tables.VISIT_ANSWER;

import io.chaoxi.platform.trace.Traced;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Answers that name a person, when he is erased: what was said stays without the words that tell of him. */
@Component
public class AnswerTraces {
    private final DSLContext database;

    AnswerTraces(DSLContext database) {
        this.database = database;
    }

    public void blot(Collection<UUID> visits, Traced person) {
        database.selectFrom(VISIT_ANSWER)
                .where(VISIT_ANSWER.VISIT_ID.in(visits))
                .and(person.within(VISIT_ANSWER.TEXT))
                .forUpdate()
                .fetch()
                .forEach(answer -> {
                    answer.setText(person.blotted(answer.getText()));
                    answer.update();
                });
    }
}
