package io.chaoxi.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {
    @ParameterizedTest
    @CsvSource({"'', ''", "王, *", "王芳, 王*", "王小明, 王**", "欧阳, 欧*", "欧阳娜娜, 欧阳**", "古力娜扎尔, 古***", "Katharina, K***"})
    void aNameShowsTheSurname(String name, String masked) {
        assertThat(Masks.personName(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"913501000001, 91****0001", "91350100001, 9****1", "12345, ****", "123456, 1****6"})
    void aCodeShowsItsKindAndItsEnd(String code, String masked) {
        assertThat(Masks.creditCode(code)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "ab@c.cn, a****@c.cn",
        "a@c.cn, a****n",
        "@c.cn, ****",
        "nothing, n****g",
        "a@b@example.com, a****@example.com",
        "𠮷野@c.cn, 𠮷****@c.cn"
    })
    void anAddressShowsWhereItIs(String email, String masked) {
        assertThat(Masks.email(email)).isEqualTo(masked);
    }

    @Test
    void blankStaysBlank() {
        assertThat(Masks.generic("")).isEmpty();
        assertThat(Masks.generic("       ")).isEmpty();
        assertThat(Masks.generic("𠮷𠮷𠮷𠮷𠮷")).isEqualTo("****");
        assertThat(Masks.generic("𠮷一二三四𠮷")).isEqualTo("𠮷****𠮷");
    }

    @ParameterizedTest
    @CsvSource({"phone, +8613800138000, 138****8000", "email, wang@c.cn, w****@c.cn", "text, 深圳市南山区, 深****区"})
    void eachTypeOfFieldHasItsMask(String type, String value, String masked) {
        assertThat(Masks.forFieldType(type).apply(value)).isEqualTo(masked);
    }

    /** Of every mask at most half of what it hides can be read, however short the value. */
    @Test
    void noMaskGivesAwayTheValue() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            String value = random.ints(1 + random.nextInt(20), 'a', 'z' + 1)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            for (String masked : List.of(Masks.generic(value), Masks.creditCode(value))) {
                int shown = masked.replace("*", "").length();
                assertThat(shown).as(value).isLessThanOrEqualTo(value.length() / 2);
            }
        }
    }
}
