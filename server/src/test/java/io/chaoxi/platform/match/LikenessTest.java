package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Verdict;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    private static final Party HENGRUI = Party.company("深圳市恒锐精密仪器有限公司");
    private static final Party HU = Party.person("Katharina Hu").with(Trait.ADDRESS, "12 Harbour Street");

    private static Likeness between(Party one, Party other) {
        Profile a = Profile.of(one, Rarity.unknown());
        Profile b = Profile.of(other, Rarity.unknown());
        assertThat(Likeness.between(b, a).score())
                .as("the order does not matter")
                .isEqualTo(Likeness.between(a, b).score());
        return Likeness.between(a, b);
    }

    private static Likeness companies(String one, String other) {
        return between(Party.company(one), Party.company(other));
    }

    @ParameterizedTest
    @CsvSource({
        "深圳市振业(集团)股份有限公司, 深圳市振业（集团） 股份有限公司",
        "恒锐精密有限公司, 恒锐精密有限责任公司",
        "萬科企業股份有限公司, 万科企业股份有限公司",
        "ＴＣＬ科技集团股份有限公司, tcl科技集团股份有限公司",
        "恒锐精密仪器（深圳）有限公司, 深圳恒锐精密仪器有限公司",
        "广东省深圳市恒锐精密仪器有限公司, 深圳恒锐精密仪器有限公司",
        "恒锐精密仪器股份有限公司, 恒锐精密仪器集团股份有限公司"
    })
    void writingsOfOneRegisteredNameAreLikelyOne(String one, String other) {
        assertThat(companies(one, other).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "浙江海森药业股份有限公司, 浙江海翔药业股份有限公司",
        "招金国际黄金股份有限公司, 山金国际黄金股份有限公司",
        "恒锐精密（上海）有限公司, 恒锐精密（北京）有限公司",
        "北京银行股份有限公司, 南京银行股份有限公司",
        "恒锐精密有限公司, 恒锐地产有限公司"
    })
    void anotherCoreOrPlaceIsNotCalledADuplicate(String one, String other) {
        assertThat(companies(one, other).verdict()).isNotEqualTo(Verdict.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "粤高速, 广东省高速公路发展股份有限公司, 山西高速集团股份有限公司",
        "渝三峡, 重庆三峡油漆股份有限公司, 湖北三峡旅游集团股份有限公司",
        "方大集团, 方大集团股份有限公司, 北新集团建材股份有限公司",
        "万科, 万科企业股份有限公司, 企业家科技有限公司"
    })
    void aShortNameIsClosestToTheNameItIsTakenFrom(String shortName, String own, String other) {
        assertThat(companies(shortName, own).score())
                .isGreaterThan(companies(shortName, other).score());
    }

    @ParameterizedTest
    @CsvSource({
        "Katharina Hu, Hu Katharina",
        "Katharina Hu, Katherina Hu",
        "Rose Marie Gordon, Rosemarie Gordon",
        "张伟, 张伟先生",
        "欧阳娜娜, Nana Ouyang",
        "张玮, 张伟"
    })
    void namesOfOnePersonSpeakForIt(String one, String other) {
        assertThat(between(Party.person(one), Party.person(other)).traits(Agreement.OPPOSED))
                .isEmpty();
    }

    @Test
    void aRegisteredNameStaysAfterAMove() {
        Party before = HENGRUI.with(Trait.PHONE, "+8675586013388").with(Trait.ADDRESS, "深圳市深南东路5047号");
        Party after = HENGRUI.with(Trait.PHONE, "+8613800138000").with(Trait.ADDRESS, "深圳市科苑路15号");
        assertThat(between(before, after).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void anotherGivenNameContradicts() {
        assertThat(between(Party.person("张伟"), Party.person("张强")).traits(Agreement.OPPOSED))
                .containsExactly(Trait.NAME);
        assertThat(between(Party.person("Anna Hu"), Party.person("Edward Hu")).traits(Agreement.PARTLY))
                .containsExactly(Trait.NAME);
    }

    @Test
    void aFamilyAtOneAddressIsNotOnePerson() {
        Party brother = Party.person("Edward Hu").with(Trait.ADDRESS, "12 Harbour Street");
        Party surnameOnly = Party.person("Hu").with(Trait.ADDRESS, "12 Harbour Street");
        assertThat(between(HU, brother).verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(between(HU, surnameOnly).verdict()).isNotEqualTo(Verdict.DUPLICATE);
        assertThat(between(HU, HU).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void creditCodesDecideAgainstAllElse() {
        Party one = HENGRUI.with(Trait.PHONE, "+8675586013388").with(Trait.CREDIT_CODE, "91350100M000100Y43");
        Party same = Party.company("上海潮汐科技有限公司").with(Trait.CREDIT_CODE, "91350100M000100Y43");
        Party other = HENGRUI.with(Trait.PHONE, "+8675586013388").with(Trait.CREDIT_CODE, "91440300708461136T");
        assertThat(between(one, same).traits(Agreement.SAME)).containsExactly(Trait.CREDIT_CODE);
        assertThat(between(one, same).verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(between(one, other).verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(between(one, other).traits(Agreement.OPPOSED)).containsExactly(Trait.CREDIT_CODE);
    }

    @Test
    void aMistypedCreditCodeStillSpeaksForTheOther() {
        Party right = HENGRUI.with(Trait.CREDIT_CODE, "91350100M000100Y43");
        Party mistyped = HENGRUI.with(Trait.CREDIT_CODE, "91350100M000100Y34");
        assertThat(between(right, mistyped).traits(Agreement.ALIKE)).containsExactly(Trait.CREDIT_CODE);
        assertThat(between(right, mistyped).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void phonesAgreeByLineEvenWithAnotherExtension() {
        Party one = HENGRUI.with(Trait.PHONE, "+8675586013388;ext=123");
        assertThat(between(one, one).traits(Agreement.SAME)).contains(Trait.PHONE);
        assertThat(between(one, HENGRUI.with(Trait.PHONE, "+8675586013388")).traits(Agreement.ALIKE))
                .containsExactly(Trait.PHONE);
        assertThat(between(one, HENGRUI.with(Trait.PHONE, "+8613800138000")).traits(Agreement.OPPOSED))
                .containsExactly(Trait.PHONE);
    }

    @Test
    void mailOfACompanySaysSomethingByItsDomainMailForAllDoesNot() {
        Party one = HENGRUI.with(Trait.EMAIL, "zhang@hengrui.example.cn");
        assertThat(between(one, HENGRUI.with(Trait.EMAIL, "li@hengrui.example.cn"))
                        .traits(Agreement.ALIKE))
                .containsExactly(Trait.EMAIL);
        Party free = HENGRUI.with(Trait.EMAIL, "zhang@qq.com");
        assertThat(between(free, HENGRUI.with(Trait.EMAIL, "li@qq.com")).traits(Agreement.OPPOSED))
                .containsExactly(Trait.EMAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH_DATE, 1987-05-31, 1991-11-02",
        "ADDRESS, 12 Harbour Street, 48 Harbour St",
        "ADDRESS, 12 Harbour Street, 9 Mitchell Road",
        "ADDRESS, 广东省深圳市罗湖区深南东路5047号, 广东省深圳市罗湖区深南东路1号",
        "ADDRESS, 广东省深圳市罗湖区深南东路5047号, 广东省广州市罗湖区深南东路5047号",
        "CITY, Lawrence, Beverly Hills",
        "POSTCODE, 518000, 200120",
        "WEBSITE, www.hengrui.com, www.chaoxi.com"
    })
    void whatContradictsCountsAgainst(Trait trait, String one, String other) {
        Party person = Party.person("Katharina Hu");
        Likeness without = between(person, person);
        Likeness with = between(person.with(trait, one), person.with(trait, other));
        assertThat(with.traits(Agreement.OPPOSED)).containsExactly(trait);
        assertThat(with.score()).isLessThan(without.score());
    }

    @ParameterizedTest
    @CsvSource({
        "BIRTH_DATE, 1987-05-31, 19870531",
        "BIRTH_DATE, 1987-05-31, 1987-05-13",
        "BIRTH_DATE, 1987-05-04, 1987-04-05",
        "ADDRESS, 435 S. La Cienega Blvd., 435 s la cienega blv",
        "ADDRESS, 854 Seventh Avenue, 854 7th ave.",
        "ADDRESS, 广东省深圳市罗湖区深南东路5047号, 深圳市罗湖区深南东路５０４７号12楼",
        "POSTCODE, 518000, 581000",
        "CITY, Lawrence, Lawrense",
        "WEBSITE, https://www.hengrui.com/, hengrui.com"
    })
    void otherWritingsSpeakForIt(Trait trait, String one, String other) {
        Party person = Party.person("Katharina Hu");
        Likeness without = between(person, person);
        Likeness with = between(person.with(trait, one), person.with(trait, other));
        assertThat(with.traits(Agreement.OPPOSED)).isEmpty();
        assertThat(with.score()).isGreaterThan(without.score());
    }

    @Test
    void whatManyShareSaysLess() {
        Party tower = Party.company("恒锐精密有限公司").with(Trait.PHONE, "+8675586013388");
        Party neighbour = Party.company("潮汐科技有限公司").with(Trait.PHONE, "+8675586013388");
        Rarity shared = Rarity.of(Collections.nCopies(500, neighbour));
        double rare = between(tower, neighbour).score();
        assertThat(Likeness.between(Profile.of(tower, shared), Profile.of(neighbour, shared))
                        .score())
                .isLessThan(rare);
    }

    /** {@link #between} compares both ways. */
    @Test
    void theOrderOfTheTwoNeverMatters() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            between(party(random), party(random));
        }
    }

    private static Party party(Random random) {
        String name = words(random, random.nextInt(4) == 0 ? "恒锐精密科技集团公司" : "abcde");
        Party party = random.nextBoolean() ? Party.person(name) : Party.company(name);
        return party.with(Trait.ADDRESS, random.nextInt(3) + " " + words(random, "abc"))
                .with(Trait.CITY, words(random, "ab"));
    }

    private static String words(Random random, String letters) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(word -> random.ints(1 + random.nextInt(5), 0, letters.length())
                        .mapToObj(at -> letters.substring(at, at + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void nothingInCommonIsDifferentAndStrangeTextDoesNoHarm() {
        assertThat(between(Party.company("恒锐精密"), Party.company("Acme Ltd")).verdict())
                .isEqualTo(Verdict.DIFFERENT);
        for (String strange : new String[] {"（）", "--", "\uD83D\uDE00", "𠮷", "a", "公司", "集团", "有限公司"}) {
            for (Trait trait : Trait.values()) {
                Party odd = HENGRUI.with(trait, strange);
                assertThat(between(odd, HU.with(trait, strange)).score())
                        .as(strange + trait)
                        .isBetween(0.0, 1.0);
            }
        }
    }
}
