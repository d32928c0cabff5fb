package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Finding;
import io.chaoxi.platform.match.Likeness.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each trait says, in bits; docs/matching.md tells where the weights come from. */
class EvidenceTest {
    private static final Party COMPANY = Party.company("恒锐精密有限公司");
    private static final Party ANOTHER_COMPANY = Party.company("海翔药业有限公司");
    private static final Party PERSON = Party.person("Katharina Hu");
    private static final Party RELATIVE = Party.person("Edward Hu");

    private static Finding finding(Party one, Party other, Trait trait, Rarity rarity) {
        var there = finding(Likeness.between(Profile.of(one, rarity), Profile.of(other, rarity)), trait);
        var back = finding(Likeness.between(Profile.of(other, rarity), Profile.of(one, rarity)), trait);
        assertThat(back).isEqualTo(there);
        return there;
    }

    private static Finding finding(Likeness likeness, Trait trait) {
        return likeness.findings().stream()
                .filter(found -> found.trait() == trait)
                .findFirst()
                .orElse(null);
    }

    private static Finding finding(Party one, Party other, Trait trait) {
        return finding(one, other, trait, Rarity.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "CREDIT_CODE, 91350100M000100Y43, 91350100m000100y43, SAME, 25",
        "CREDIT_CODE, 91350100M000100Y43, 91350100M000100Y34, ALIKE, 8",
        "CREDIT_CODE, 91350100M000100Y43, 91440300708461136T, OPPOSED, -40",
        "CREDIT_CODE, 91350100M000100Y34, 91350100M000100Y44, ALIKE, 8",
        "PHONE, +8675586013388, +8675586013388, SAME, 12",
        "PHONE, +8675586013388;ext=1, +8675586013388;ext=2, ALIKE, 5",
        "PHONE, +8675586013388, +8613800138000, OPPOSED, -1",
        "EMAIL, a@hengrui.cn, A@HENGRUI.cn, SAME, 13",
        "EMAIL, a@hengrui.cn, b@hengrui.cn, ALIKE, 4",
        "EMAIL, a@hengrui.cn, b@chaoxi.cn, OPPOSED, -1",
        "EMAIL, a@qq.com, b@qq.com, OPPOSED, -1",
        "WEBSITE, www.hengrui.cn, https://hengrui.cn, SAME, 10",
        "WEBSITE, www.hengrui.cn, www.chaoxi.cn, OPPOSED, -2",
        "CITY, Shenzhen, SHENZHEN, SAME, 2",
        "CITY, Shenzhen, Shenzen, ALIKE, 2",
        "CITY, Shenzhen, Guangzhou, OPPOSED, -1",
        "POSTCODE, 518000, 518000, SAME, 5",
        "POSTCODE, 518000, 518001, ALIKE, 2",
        "POSTCODE, 518000, 200120, OPPOSED, -2",
        "ADDRESS, 深南东路5号, 深南东路5号, SAME, 11"
    })
    void whatATraitOfACompanySays(Trait trait, String one, String other, Agreement agreement, double bits) {
        assertThat(finding(COMPANY.with(trait, one), COMPANY.with(trait, other), trait))
                .isEqualTo(new Finding(trait, agreement, bits));
    }

    @Test
    void whatOneOfThemLacksSaysNothing() {
        for (Trait trait : Trait.values()) {
            if (trait == Trait.NAME) continue;
            assertThat(finding(COMPANY.with(trait, "19870503"), COMPANY, trait))
                    .as(trait.name())
                    .isNull();
        }
        assertThat(finding(COMPANY.with(Trait.WEBSITE, "none"), COMPANY.with(Trait.WEBSITE, "none"), Trait.WEBSITE))
                .as("no web address")
                .isNull();
        Party noDate = PERSON.with(Trait.BIRTH_DATE, "unknown");
        assertThat(finding(noDate, noDate, Trait.BIRTH_DATE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "CREDIT_CODE, 91440300708461136T, 91350100M000100Y43, 25",
        "PHONE, +8613800138000, +8675586013388, 12",
        "EMAIL, x@chaoxi.cn, a@hengrui.cn, 13",
        "WEBSITE, chaoxi.cn, hengrui.cn, 10",
        "ADDRESS, 科苑路15号, 深南东路5号, 11",
        "POSTCODE, 200120, 518000, 5"
    })
    void ofSeveralValuesTheOneThatAgreesSpeaks(Trait trait, String own, String common, double bits) {
        Party one = COMPANY.with(trait, own).with(trait, common);
        Party other = COMPANY.with(trait, common);
        assertThat(finding(one, other, trait)).isEqualTo(new Finding(trait, Agreement.SAME, bits));
        Party mixed = COMPANY.with(trait, common).with(trait, own);
        assertThat(finding(mixed, other, trait)).isEqualTo(new Finding(trait, Agreement.SAME, bits));
    }

    @Test
    void anAddressOfMailSaysWhatItsDomainSaysForCompaniesOnly() {
        Party one = PERSON.with(Trait.EMAIL, "k@hengrui.cn");
        Party other = PERSON.with(Trait.EMAIL, "h@hengrui.cn");
        assertThat(finding(one, other, Trait.EMAIL).agreement()).isEqualTo(Agreement.OPPOSED);
        assertThat(finding(one, COMPANY.with(Trait.EMAIL, "h@hengrui.cn"), Trait.EMAIL)
                        .agreement())
                .isEqualTo(Agreement.OPPOSED);
    }

    /** 64 firms behind one number or domain: five bits less, and never less than one for the number itself. */
    @Test
    void whatManyShareSaysLess() {
        Party tower = COMPANY.with(Trait.PHONE, "+8675586013388").with(Trait.EMAIL, "info@tower.cn");
        Rarity shared = Rarity.of(Collections.nCopies(64, tower));
        assertThat(finding(tower, tower, Trait.PHONE, shared).bits()).isCloseTo(7, within(1e-9));
        Rarity crowd = Rarity.of(Collections.nCopies(64_000, tower));
        assertThat(finding(tower, tower, Trait.PHONE, crowd).bits()).isEqualTo(1);
        Party neighbour = COMPANY.with(Trait.EMAIL, "other@tower.cn");
        Rarity four = Rarity.of(Collections.nCopies(8, tower));
        assertThat(finding(tower, neighbour, Trait.EMAIL, four).bits()).isCloseTo(2, within(1e-9));
        assertThat(finding(tower, neighbour, Trait.EMAIL, shared))
                .isEqualTo(new Finding(Trait.EMAIL, Agreement.ALIKE, 0));
    }

    /** A family: the same surname, address, phone and pages, and another given name. */
    @ParameterizedTest
    @CsvSource({
        "ADDRESS, 12 Harbour St",
        "PHONE, +8675586013388",
        "WEBSITE, hu.cn",
        "CITY, Lawrence",
        "POSTCODE, 518000"
    })
    void whatAFamilySharesSaysLittle(Trait trait, String value) {
        assertThat(finding(PERSON.with(trait, value), RELATIVE.with(trait, value), trait)
                        .bits())
                .isLessThanOrEqualTo(1);
        assertThat(finding(PERSON.with(trait, value), PERSON.with(trait, value), trait)
                        .bits())
                .isGreaterThan(1);
        Party one = PERSON.with(trait, value).with(Trait.BIRTH_DATE, "1987-05-03");
        Party sameDay = RELATIVE.with(trait, value).with(Trait.BIRTH_DATE, "1987-05-03");
        assertThat(finding(one, sameDay, trait).bits()).as("born the same day").isGreaterThan(1);
        Party anotherDay = RELATIVE.with(trait, value).with(Trait.BIRTH_DATE, "1991-11-12");
        assertThat(finding(one, anotherDay, trait).bits()).isLessThanOrEqualTo(1);
    }

    @Test
    void anEmployerSaysMoreTheFewerWorkThere() {
        Party one = PERSON.with(Trait.EMPLOYER, "A");
        assertThat(finding(one, one, Trait.EMPLOYER)).isEqualTo(new Finding(Trait.EMPLOYER, Agreement.SAME, 8));
        for (var work : Map.of(2, 8.0, 8, 6.0, 64, 3.0, 64_000, 0.5).entrySet()) {
            Rarity counted = Rarity.unknown().with(Map.of("A", work.getKey()));
            assertThat(finding(one, one, Trait.EMPLOYER, counted).bits())
                    .as(work.getKey() + " work there")
                    .isCloseTo(work.getValue(), within(1e-9));
        }
        assertThat(finding(one, PERSON.with(Trait.EMPLOYER, "B"), Trait.EMPLOYER))
                .isEqualTo(new Finding(Trait.EMPLOYER, Agreement.OPPOSED, -2));
        assertThat(finding(one, PERSON.with(Trait.EMPLOYER, "B").with(Trait.EMPLOYER, "A"), Trait.EMPLOYER)
                        .bits())
                .isEqualTo(8);
        Party colleague = Party.person("李娜").with(Trait.EMPLOYER, "A");
        assertThat(finding(Party.person("张伟").with(Trait.EMPLOYER, "A"), colleague, Trait.EMPLOYER)
                        .bits())
                .as("names that differ")
                .isEqualTo(1);
    }

    @Test
    void aTowerSaysLittleOfTwoCompaniesInItButItsNumberDoes() {
        Party one = COMPANY.with(Trait.ADDRESS, "深南东路5号").with(Trait.PHONE, "+8675586013388");
        Party other = ANOTHER_COMPANY.with(Trait.ADDRESS, "深南东路5号").with(Trait.PHONE, "+8675586013388");
        assertThat(finding(one, other, Trait.ADDRESS).bits()).isEqualTo(6);
        assertThat(finding(one, other, Trait.PHONE).bits()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY, 恒锐精密有限公司, 恒锐精密有限责任公司, SAME, 22",
        "COMPANY, 恒锐, 恒锐, SAME, 16",
        "COMPANY, 恒, 恒, SAME, 8",
        "COMPANY, 恒锐精密有限公司, 恒锐精工有限公司, PARTLY, 7",
        "COMPANY, 恒锐精密有限公司, 海翔药业有限公司, OPPOSED, -8",
        "COMPANY, 恒锐精密有限公司, 恒锐精密, ALIKE, 15",
        "COMPANY, 恒锐精密股份有限公司, 恒锐精密有限公司, ALIKE, 13",
        "COMPANY, Hengrui Tools Ltd, Hengrui Tools Limited, SAME, 16",
        "COMPANY, The Hengrui Co, HENGRUI, SAME, 8",
        "COMPANY, Ltd, Ltd, SAME, 8",
        "COMPANY, Hengrui (Shenzhen) Tools, Hengrui Tools, SAME, 16",
        "COMPANY, O'Neill Tools, ONeill Tools, SAME, 16",
        "PERSON, 张伟, 张伟先生, SAME, 8",
        "PERSON, 张伟, 张玮, ALIKE, 2.8",
        "PERSON, 张伟, 张强, OPPOSED, -6",
        "PERSON, 欧阳娜娜, Nana Ouyang, ALIKE, 2.8",
        "PERSON, 张伟, Wei Zhang, ALIKE, 2.8",
        "PERSON, 张伟, Zhang Wei, ALIKE, 2.8",
        "PERSON, 张伟, Wei Wang, OPPOSED, -6",
        "PERSON, Anna Hu, Anna Hu, SAME, 16",
        "PERSON, Anna Hu, Edward Hu, PARTLY, 3",
        "PERSON, Anna Hu, Hu, PARTLY, 5.5",
        "PERSON, The Hu, The Hu, SAME, 16"
    })
    void whatNamesSay(Party.Kind kind, String one, String other, Agreement agreement, double bits) {
        Party a = new Party(kind, java.util.Map.of()).with(Trait.NAME, one);
        Party b = new Party(kind, java.util.Map.of()).with(Trait.NAME, other);
        Finding found = finding(a, b, Trait.NAME);
        assertThat(found.bits()).isCloseTo(bits, within(1e-9));
        assertThat(found.agreement()).isEqualTo(agreement);
    }

    @Test
    void namesInTwoScriptsCannotBeCompared() {
        assertThat(finding(COMPANY, Party.company("Hengrui"), Trait.NAME)).isNull();
        assertThat(finding(Party.company("恒锐"), Party.person("恒锐"), Trait.NAME)).isNull();
    }

    @Test
    void noShortNameOutweighsThatTheRegisteredOnesDiffer() {
        Party one = COMPANY.with(Trait.NAME, "恒锐");
        Party other = ANOTHER_COMPANY.with(Trait.NAME, "恒锐");
        assertThat(finding(one, other, Trait.NAME).agreement()).isEqualTo(Agreement.OPPOSED);
        assertThat(finding(one, Party.company("恒锐"), Trait.NAME).bits())
                .as("only one is registered")
                .isEqualTo(16);
    }

    @Test
    void scoresAreChancesAndVerdictsCutThem() {
        Likeness likeness = new Likeness(0.9, List.of());
        assertThat(likeness.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(Likeness.verdict(0.899)).isEqualTo(Verdict.MAYBE);
        assertThat(Likeness.verdict(0.1)).isEqualTo(Verdict.MAYBE);
        assertThat(Likeness.verdict(0.099)).isEqualTo(Verdict.DIFFERENT);
        Party ten = Party.company("恒").with(Trait.CITY, "Shenzhen");
        double score = Likeness.between(Profile.of(ten, Rarity.unknown()), Profile.of(ten, Rarity.unknown()))
                .score();
        assertThat(score).as("eight and two bits for it, ten against").isEqualTo(0.5);
    }

    @Test
    void valuesAreKeptInTheirOrderAndBlankOnesNot() {
        Party party = COMPANY.with(Trait.PHONE, "1")
                .with(Trait.PHONE, " ")
                .with(Trait.PHONE, null)
                .with(Trait.PHONE, "2");
        assertThat(party.of(Trait.PHONE)).containsExactly("1", "2");
        assertThat(party.of(Trait.CITY)).isEmpty();
    }
}
