package io.chaoxi.platform.record;

import static io.chaoxi.platform.record.Described.CUSTOMERS;
import static io.chaoxi.platform.record.Described.custom;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.Label;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTest {
    private static Field indexed(String slot, Set<Field.Trait> traits) {
        Field plain = custom("margin", FieldType.NUMBER);
        return new Field(
                plain.name(),
                plain.type(),
                plain.label(),
                null,
                plain.group(),
                traits,
                null,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                slot,
                plain.customId());
    }

    @Test
    void aFieldOfTheFirmsOwnHasAKeyAmongThem() {
        assertThat(custom("margin", FieldType.NUMBER).custom()).isTrue();
        assertThat(custom("margin", FieldType.NUMBER).key()).isEqualTo("margin");
        assertThat(CUSTOMERS.field("name").orElseThrow().custom()).isFalse();
    }

    /** Before its slot holds every record a list by it would lack the others. */
    @Test
    void aSlotIsReadOnceItIsFilled() {
        assertThat(indexed("slot_1", Set.of()).indexed()).isTrue();
        assertThat(indexed("slot_1", Set.of(Field.Trait.FILLING)).indexed()).isFalse();
        assertThat(indexed(null, Set.of()).indexed()).isFalse();
    }

    @Test
    void theSearchFindsWhatIsMarkedAndTheNumbersThatTheFirmGives() {
        assertThat(CUSTOMERS.field("phone").orElseThrow().searched()).isTrue();
        assertThat(CUSTOMERS.field("address").orElseThrow().searched()).isFalse();
        assertThat(custom("code", FieldType.SEQUENCE).searched()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD", "PERSON", "DEPARTMENT", "TAGS", "CHOICES", "FILES", "FORMULA", "LONG_TEXT"})
    void whatHasNoStoredOrderIsNotSorted(FieldType type) {
        assertThat(custom("any", type).sortable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"TEXT", "NUMBER", "DATE", "MONEY", "CHOICE", "PHONE"})
    void whatHasOneIs(FieldType type) {
        assertThat(custom("any", type).sortable()).isTrue();
    }

    @Test
    void aMentionIsNoFieldOfARecord() {
        Field mention = Field.mention("contact", new Label("联系人", "Contact"));
        assertThat(mention.mention()).isTrue();
        assertThat(mention.object()).isEqualTo("contact");
        assertThat(CUSTOMERS.field("name").orElseThrow().mention()).isFalse();
        assertThat(custom("margin", FieldType.NUMBER).mention()).isFalse();
    }
}
