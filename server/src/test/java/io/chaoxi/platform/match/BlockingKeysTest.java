package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockingKeysTest {
    private static Set<String> keys(Party party) {
        return BlockingKeys.of(Profile.of(party, Rarity.unknown()));
    }

    private static boolean meet(Party one, Party other) {
        Set<String> common = new HashSet<>(keys(one));
        common.retainAll(keys(other));
        return !common.isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "深圳市恒锐精密仪器有限公司, 恒锐精密",
        "深圳市恒锐精密仪器有限公司, 广东恒锐精密仪器集团股份有限公司",
        "萬科企業股份有限公司, 万科",
        "Hengrui Precision Instruments Co. Ltd., Hengrui Precision"
    })
    void companiesMeetByWhatIsLeftOfTheirNames(String one, String other) {
        assertThat(meet(Party.company(one), Party.company(other))).isTrue();
    }

    @Test
    void peopleMeetByNameByDateAndByPlace() {
        assertThat(meet(Party.person("Katharina Hu"), Party.person("Hu Katharina")))
                .isTrue();
        assertThat(meet(Party.person("张玮"), Party.person("Wei Zhang"))).isTrue();
        Party born = Party.person("Anna Hu").with(Trait.BIRTH_DATE, "1987-05-31");
        assertThat(meet(born, Party.person("Anne Wu").with(Trait.BIRTH_DATE, "1987-05-31")))
                .isTrue();
        Party housed = Party.person("Anna Hu").with(Trait.ADDRESS, "12 Harbour Street");
        assertThat(meet(housed, Party.person("Anne Wu").with(Trait.ADDRESS, "12 Harbor St")))
                .isTrue();
    }

    @Test
    void colleaguesMeetByTheirNameWhereTheyWork() {
        for (String name : List.of("张伟", "Anna Hu")) {
            Party one = Party.person(name).with(Trait.EMPLOYER, "A");
            assertThat(keys(one)).as(name).anyMatch(key -> key.startsWith("fA+"));
            assertThat(keys(Party.person(name))).noneMatch(key -> key.startsWith("f"));
        }
        Party colleague = Party.person("李娜").with(Trait.EMPLOYER, "A");
        assertThat(meet(Party.person("张伟").with(Trait.EMPLOYER, "A"), colleague))
                .isFalse();
    }

    @Test
    void numbersAndAddressesMeetWhateverTheName() {
        Party reachable = Party.company("恒锐精密")
                .with(Trait.PHONE, "+8675586013388;ext=8")
                .with(Trait.EMAIL, "Info@Hengrui.example.cn")
                .with(Trait.WEBSITE, "www.hengrui.example.cn")
                .with(Trait.CREDIT_CODE, "91350100M000100Y43");
        Party other = Party.company("潮汐");
        assertThat(meet(reachable, other)).isFalse();
        assertThat(meet(reachable, other.with(Trait.PHONE, "+8675586013388"))).isTrue();
        assertThat(meet(reachable, other.with(Trait.EMAIL, "info@hengrui.example.cn")))
                .isTrue();
        assertThat(meet(reachable, other.with(Trait.WEBSITE, "http://hengrui.example.cn/")))
                .isTrue();
        assertThat(meet(reachable, other.with(Trait.CREDIT_CODE, "91350100m000100y43")))
                .isTrue();
    }

    /** One mistake in each of two parties: as long as something stands beside it, they meet. */
    @ParameterizedTest
    @CsvSource({
        "恒锐精密仪器, 恒锐精密量具, true",
        "恒锐精密仪器有限公司, 锐精密仪器有限公司, true",
        "深圳恒锐有限公司, 恒锐有限公司, true",
        "恒锐有限公司, 海翔有限公司, false",
        "Hengrui Precision, Hengrui Precise, true",
        "Hengrui, Hengrue, true",
        "Hengrui Precision, Chaoxi Precision, false",
        "Hengrui Precision Tools, Tools Hengrui, true",
        "Hengrui, Chaoxi, false"
    })
    void aMistakeOfOneKindIsBridged(String one, String other, boolean meet) {
        assertThat(meet(Party.company(one), Party.company(other))).isEqualTo(meet);
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH_DATE, 1987-05-31, 1987-05-13, true",
        "BIRTH_DATE, 1987-05-31, 1987-06-31, true",
        "BIRTH_DATE, 1987-05-31, 1978-05-31, true",
        "BIRTH_DATE, 1987-05-31, 1978-06-31, false",
        "POSTCODE, 518000, 518000, true",
        "POSTCODE, 518000, 518001, false",
        "CITY, Shenzhen, Shenzen, true",
        "CITY, Shenzhen, Guangzhou, false",
        "ADDRESS, 12 Harbour St, 12 Mitchell Rd, true",
        "ADDRESS, 12 Harbour St, 13 Harbour St, false",
        "ADDRESS, Harbour St, Harbour St, false"
    })
    void whoSoundsAlikeMeetsAtOnePlaceOrByHalfADate(Trait trait, String one, String other, boolean meet) {
        Party anna = Party.person("Catherine Hu");
        Party katharina = Party.person("Catharine Wu");
        assertThat(meet(anna, katharina)).as("by name alone").isFalse();
        assertThat(meet(anna.with(trait, one), katharina.with(trait, other))).isEqualTo(meet);
    }

    @Test
    void oneNumberOfAHouseAndOneStreetAreEnoughForStrangers() {
        Party hu = Party.person("Anna Hu").with(Trait.ADDRESS, "12 Harbour St");
        assertThat(meet(hu, Party.person("Tom Zeng").with(Trait.ADDRESS, "12 Harbor Street")))
                .isTrue();
        assertThat(meet(hu, Party.person("Tom Zeng").with(Trait.ADDRESS, "12 Mitchell Rd")))
                .isFalse();
        assertThat(meet(hu, Party.person("Tom Zeng").with(Trait.POSTCODE, "518000")))
                .isFalse();
    }

    @Test
    void keysStayFew() {
        Party known = Party.company("深圳市恒锐精密仪器科技发展股份有限公司")
                .with(Trait.NAME, "Hengrui Precision Instruments")
                .with(Trait.PHONE, "+8675586013388")
                .with(Trait.ADDRESS, "12 Harbour St")
                .with(Trait.CITY, "Shenzhen");
        assertThat(keys(known)).hasSizeBetween(20, 40);
        assertThat(keys(Party.company("恒锐"))).hasSizeLessThan(5);
        assertThat(keys(Party.person("张玮"))).containsExactlyInAnyOrder("pzhangwei", "pweizhang");
    }

    /** A thousand firms behind one switchboard: the number leads nowhere, the name still does. */
    @Test
    void aHugeBlockIsLeftOut() {
        List<Party> parties = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> Party.company(firm(i)).with(Trait.PHONE, "+8675586013388"))
                .toList());
        parties.add(Party.company(firm(7) + "有限公司"));
        List<Profile> profiles = parties.stream()
                .map(party -> Profile.of(party, Rarity.unknown()))
                .toList();
        Blocks blocks = Blocks.of(profiles);
        assertThat(blocks.candidates(profiles.getLast())).contains(7).hasSizeLessThan(100);
        List<Integer> met = new ArrayList<>();
        blocks.forEachPair(profiles, (one, other) -> {
            if (other == parties.size() - 1) met.add(one);
        });
        assertThat(met).contains(7).doesNotHaveDuplicates();
    }

    /** Two characters of their own for each. */
    private static String firm(int number) {
        return Character.toString(0x4E00 + number * 2) + Character.toString(0x6E00 + number * 2);
    }
}
