package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.match.Party;
import io.chaoxi.platform.match.Trait;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** By what two records are the same without a doubt. */
class ExactKeysTest {
    private static final UUID AT = new UUID(1, 1);
    private static final Map<String, Object> CUSTOMER = Map.of(
            "name",
            "恒锐精密（深圳）有限责任公司",
            "creditCode",
            " 91350100m000100y43 ",
            "phone",
            "+8675586013388",
            "email",
            "info@hengrui.example.cn",
            "remark",
            "none");

    private static Map<String, Object> with(Map<String, Object> values, String field, Object value) {
        var changed = new HashMap<>(values);
        changed.put(field, value);
        return changed;
    }

    private static ExactKeys changed(String object, Map<String, Object> before, Map<String, Object> after) {
        return ExactKeys.of(object, new RecordChange(new UUID(2, 2), Kind.CHANGED, before, after, Duplicates.COMPARED));
    }

    @Test
    void aCustomerIsKnownByNameCodeAndNumbers() {
        assertThat(ExactKeys.of("customer", CUSTOMER).byField())
                .containsOnly(
                        Map.entry("name", "恒锐精密深圳有限公司"),
                        Map.entry("creditCode", "91350100M000100Y43"),
                        Map.entry("phone", "+8675586013388"),
                        Map.entry("email", "info@hengrui.example.cn"));
        assertThat(ExactKeys.of("customer", Map.of("name", "（）")).isEmpty()).isTrue();
        assertThat(ExactKeys.of("customer", CUSTOMER).isEmpty()).isFalse();
    }

    @Test
    void aContactIsKnownByHisNameAtHisCustomer() {
        var zeng = Map.<String, Object>of("name", "曾小贤", "customer", AT, "phone", "+8613800138000");
        assertThat(ExactKeys.of("contact", zeng).byField())
                .containsOnly(Map.entry("name", AT + " 曾小贤"), Map.entry("phone", "+8613800138000"));
        assertThat(ExactKeys.of("contact", Map.of("name", "曾小贤")).isEmpty()).isTrue();
    }

    @Test
    void aChangeIsComparedByWhatItSetsAnew() {
        assertThat(changed("customer", CUSTOMER, with(CUSTOMER, "phone", "+8613800138000"))
                        .byField())
                .containsOnlyKeys("phone");
        assertThat(changed("customer", CUSTOMER, with(CUSTOMER, "remark", "other"))
                        .isEmpty())
                .isTrue();
        var created = new RecordChange(AT, Kind.CREATED, Map.of(), CUSTOMER, Duplicates.COMPARED);
        assertThat(ExactKeys.of("customer", created)).isEqualTo(ExactKeys.of("customer", CUSTOMER));
        var restored = new RecordChange(AT, Kind.RESTORED, CUSTOMER, CUSTOMER, Duplicates.COMPARED);
        assertThat(ExactKeys.of("customer", restored)).isEqualTo(ExactKeys.of("customer", CUSTOMER));
    }

    @Test
    void aContactWhoMovesIsComparedByNameAtTheNewCustomer() {
        var zeng = Map.<String, Object>of("name", "曾小贤", "customer", AT, "phone", "+8613800138000");
        UUID elsewhere = new UUID(3, 3);
        assertThat(changed("contact", zeng, with(zeng, "customer", elsewhere)).byField())
                .containsOnly(Map.entry("name", elsewhere + " 曾小贤"));
        assertThat(changed("customer", with(CUSTOMER, "customer", AT), with(CUSTOMER, "customer", elsewhere))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void eachKeyHasItsRuleUntilTheFirmSaysOtherwise() {
        assertThat(DuplicateKey.of("customer"))
                .extracting(DuplicateKey::field, DuplicateKey::otherwise)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("name", DuplicateRule.WARN),
                        org.assertj.core.groups.Tuple.tuple("creditCode", DuplicateRule.REFUSE),
                        org.assertj.core.groups.Tuple.tuple("phone", DuplicateRule.WARN),
                        org.assertj.core.groups.Tuple.tuple("email", DuplicateRule.WARN));
        assertThat(DuplicateKey.of("contact"))
                .extracting(DuplicateKey::key)
                .containsExactly("contactName", "contactPhone", "contactEmail");
    }

    @Test
    void whatIsComparedLoosely() {
        Party party = Compared.CUSTOMERS.party(CUSTOMER, field -> !field.equals("phone"));
        assertThat(party.kind()).isEqualTo(Party.Kind.COMPANY);
        assertThat(party.of(Trait.NAME)).containsExactly("恒锐精密（深圳）有限责任公司");
        assertThat(party.of(Trait.EMAIL)).containsExactly("info@hengrui.example.cn");
        assertThat(party.of(Trait.PHONE)).as("closed to him").isEmpty();
        assertThat(Compared.CUSTOMERS.fields(List.of(Trait.PHONE, Trait.NAME))).containsExactly("phone", "name");
        assertThat(Compared.CUSTOMERS.compared())
                .extracting(org.jooq.Field::getName)
                .contains("short_name", "address");
    }

    @Test
    void contactsAreComparedAsPeople() {
        var values = Map.of("name", "曾小贤", "telephone", "+8675586013388", "customer", new UUID(0, 5), "jobTitle", "总监");
        Party party = Compared.of("contact").party(values, field -> true);
        assertThat(party.kind()).isEqualTo(Party.Kind.PERSON);
        assertThat(party.of(Trait.PHONE)).containsExactly("+8675586013388");
        assertThat(party.of(Trait.EMPLOYER)).containsExactly(new UUID(0, 5).toString());
        assertThat(Compared.of("contact").fields(List.of(Trait.PHONE, Trait.EMPLOYER)))
                .containsExactly("phone", "customer");
        assertThat(Compared.of("contact").right()).isEqualTo("contact.merge");
        assertThat(Compared.of("customer")).isSameAs(Compared.CUSTOMERS);
        assertThatThrownBy(() -> Compared.of("person")).isInstanceOf(Refusal.class);
    }
}
