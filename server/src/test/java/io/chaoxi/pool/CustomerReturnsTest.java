package io.chaoxi.pool;

import static chaoxi.tables.Tables.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is special about customers that return: their grades, and their contacts. */
class CustomerReturnsTest extends ReturningFirm {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Autowired
    Catalogues catalogues;

    @Autowired
    RecordWriting writing;

    private void patch(UUID id, Map<String, Object> patch) {
        firm.administrator().as(() -> writing.change(catalogues.of("customer"), id, null, patch, Writing.BY_HAND));
    }

    @Test
    void gradesHaveTheirOwnDaysAndSomeNeverReturn() {
        moveTo(MONDAY, 9);
        UUID id = owned("分级的", member);
        var grades = new HashMap<String, Object>(Map.of("high", 30));
        grades.put("low", null);
        rule(standard, Map.of("days", 10, "grades", grades));
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(10));
        patch(id, Map.of("grade", "high"));
        assertThat(lastDay(id)).isEqualTo(MONDAY.plusDays(30));
        patch(id, Map.of("grade", "low"));
        assertThat(lastDay(id)).isNull();
    }

    @Test
    void itsContactsReturnWithIt() {
        moveTo(MONDAY, 9);
        UUID id = owned("无人问津", member);
        UUID contact = firm.record("contact", new HashMap<>(Map.of("name", "熊建国", "customer", id)));
        rule(standard, Map.of("days", 10));
        pass(11);
        assertThat(run().returned()).isEqualTo(1);
        var owner = asProgram(() -> database.select(CONTACT.OWNER_ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle());
        assertThat(owner.value1()).isNull();
    }
}
