package io.chaoxi.platform.record;

import static io.chaoxi.platform.record.Described.CUSTOMERS;
import static io.chaoxi.platform.record.Described.DEPARTMENTS;
import static io.chaoxi.platform.record.Described.catalogue;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.testing.Somebody;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody may do with each field of an object. */
class CatalogueTest {
    private static final Field FORMULA = Described.custom("margin", FieldType.FORMULA);
    private static final Field NOTE = Described.custom("note", FieldType.TEXT);
    private final Catalogue ofRep = catalogue(
            CUSTOMERS,
            Somebody.who("customer.read", "customer.update")
                    .field("customer", "remark", FieldRight.HIDDEN)
                    .field("customer", "address", FieldRight.READ)
                    .field("customer", "email", FieldRight.READ)
                    .actor(),
            FORMULA,
            NOTE);

    private Field field(String name) {
        return ofRep.all().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void personalDataIsMaskedUnlessARoleOpensIt() {
        assertThat(ofRep.masked(field("phone"))).isTrue();
        assertThat(ofRep.masked(field("email"))).isFalse();
        assertThat(ofRep.masked(field("name"))).isFalse();
    }

    @Test
    void aHiddenFieldLooksLikeOneThatThereIsNot() {
        assertThat(ofRep.visible("remark")).isEmpty();
        assertThat(ofRep.visible("nothing")).isEmpty();
        assertThat(ofRep.visible("phone")).contains(field("phone"));
        assertThat(ofRep.visible())
                .contains(field("name"), field("phone"), NOTE)
                .doesNotContain(field("remark"));
        assertThat(ofRep.all()).contains(field("remark"));
        assertThat(ofRep.custom()).containsExactly(FORMULA, NOTE);
    }

    @ParameterizedTest
    @CsvSource({"name, true", "phone, true", "address, false", "remark, false", "createdAt, false", "owner, false"})
    void aValueIsPutWhereARoleAndTheFieldAllowIt(String name, boolean writable) {
        assertThat(ofRep.writable(field(name))).isEqualTo(writable);
    }

    @Test
    void nobodyWritesWhatIsComputed() {
        var administrator = catalogue(CUSTOMERS, Somebody.whoMayEverything(), FORMULA, NOTE);
        assertThat(administrator.writable(FORMULA)).isFalse();
        assertThat(administrator.writable(field("createdAt"))).isFalse();
        assertThat(administrator.writable(NOTE)).isTrue();
    }

    @Test
    void theOwnerIsGivenOnlyByWhoMayAssign() {
        var assigning = catalogue(CUSTOMERS, Somebody.who("customer.assign").actor());
        assertThat(assigning.writable(field("owner"))).isTrue();
        var other = catalogue(CUSTOMERS, Somebody.who("contact.assign").actor());
        assertThat(other.writable(field("owner"))).isFalse();
    }

    /** Whoever sees only a mask would otherwise save it as the number. */
    @Test
    void theMaskNeverBecomesTheValue() {
        assertThat(ofRep.showsOnlyMaskOf(field("phone"), "138****8000")).isTrue();
        assertThat(ofRep.showsOnlyMaskOf(field("phone"), "****")).isTrue();
        assertThat(ofRep.showsOnlyMaskOf(field("phone"), "13800138000")).isFalse();
        assertThat(ofRep.showsOnlyMaskOf(field("name"), "五星****酒店")).isFalse();
    }

    @Test
    void titlesOfOwnedObjectsAreForThoseWhoMayReadThem() {
        assertThat(ofRep.titleRight()).isEqualTo(FieldRight.WRITE);
        assertThat(catalogue(CUSTOMERS, Somebody.who("contact.read").actor()).titleRight())
                .isEqualTo(FieldRight.HIDDEN);
        var masked = Somebody.who("customer.read").field("customer", "name", FieldRight.MASKED);
        assertThat(catalogue(CUSTOMERS, masked.actor()).titleRight()).isEqualTo(FieldRight.MASKED);
        assertThat(catalogue(DEPARTMENTS, Somebody.who().actor()).titleRight()).isEqualTo(FieldRight.WRITE);
    }

    @Test
    void theCatalogueIsOfOneObjectAndOnePerson() {
        assertThat(ofRep.type()).isEqualTo(CUSTOMERS);
        assertThat(ofRep.actor().person()).isEqualTo(Somebody.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, +8613800138000, 138****8000",
        "email, wang@example.com, w****@example.com",
        "name, 恒锐精密仪器, 恒****器"
    })
    void aTextIsMaskedAsItsTypeIs(String name, String value, String masked) {
        assertThat(field(name).mask(value)).isEqualTo(masked);
    }

    @Test
    void ofAnythingElseNothingIsShown() {
        assertThat(field("employees").mask(BigDecimal.TEN)).isEqualTo("***");
        assertThat(field("tags").mask(List.of("1234567"))).isEqualTo("***");
    }
}
