package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Words.Shared;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and streets by their words; as long as nothing was counted each word says eight bits. */
class WordsTest {
    private static Words words(String text) {
        return Words.of(text.isEmpty() ? List.of() : List.of(text.split(" ")), 'v', Rarity.unknown());
    }

    private static Words person(String text) {
        return Words.ofPerson(List.of(text.split(" ")), 'w', Rarity.unknown());
    }

    private static Shared shared(Words one, Words other) {
        assertThat(other.with(one)).as("the order does not matter").isEqualTo(one.with(other));
        return one.with(other);
    }

    /** 6.4 against for a word that the other has otherwise, a tenth of it for one that he only lacks. */
    @ParameterizedTest
    @CsvSource({
        "harbour street, harbour street, 16",
        "harbour street, street harbour, 16",
        "harbour street, harbuor street, 14",
        "harbour street, harbour, 7.36",
        "harbour street, harbour road, 1.6",
        "catherine, katharine, 2.8",
        "jones, james, 0",
        "jo ann gordon, joann gordon, 14",
        "jo ann, joamn, 6",
        "jo an, li, -7.04",
        "j smith, james smith, 9",
        "smith j, james smith, 1.6",
        "b smith, james smith, 1.6",
        "wu, li, -6.4",
        "ab cd, cd ef gh, 0.96",
        "hengrui hengrui, hengrui, 7.36",
        "marie mary maria, maria mary marie, 24"
    })
    void eachWordMeetsTheClosestOfTheOtherSide(String one, String other, double bits) {
        assertThat(shared(words(one), words(other)).bits()).isCloseTo(bits, within(1e-9));
    }

    /** Another given name costs five, another initial three; half of that when only one has more. */
    @ParameterizedTest
    @CsvSource({
        "anna hu, anna hu, 16",
        "anna hu, edward hu, 3",
        "anna b hu, anna c hu, 13",
        "anna marie hu, anna hu, 13.5",
        "a hu, anna hu, 9"
    })
    void anotherGivenNameIsAnotherPerson(String one, String other, double bits) {
        assertThat(shared(person(one), person(other)).bits()).isCloseTo(bits, within(1e-9));
    }

    @Test
    void theSameMeansEveryWordAndNoSlip() {
        assertThat(shared(words("a b"), words("b a")).same()).isTrue();
        assertThat(shared(words("harbour"), words("harbuor")).same()).isFalse();
        assertThat(shared(words("harbour"), words("harbuor")).exact()).isFalse();
        assertThat(shared(words("harbour st"), words("harbour")).same()).isFalse();
        assertThat(shared(words("harbour st"), words("harbour")).exact()).isTrue();
        assertThat(shared(words("j smith"), words("james smith")).exact()).isFalse();
        assertThat(shared(words("jo ann"), words("joann")).exact()).isFalse();
    }

    @Test
    void whetherBothHaveWordsOfTheirOwn() {
        assertThat(shared(words("anna hu"), words("edward hu")).opposed()).isTrue();
        assertThat(shared(words("anna hu"), words("hu")).opposed()).isFalse();
        assertThat(shared(words("anna hu"), words("hu")).oneWordOnly()).isTrue();
        assertThat(shared(words("hu"), words("hu")).oneWordOnly()).isFalse();
        assertThat(shared(words("anna hu x"), words("anna hu")).oneWordOnly()).isFalse();
    }

    @Test
    void theMostTellingWordsComeFirstAndInitialsNotAtAll() {
        Rarity counted = Rarity.of(java.util.Collections.nCopies(100, Party.company("Precision Tools")));
        Words words = Words.of(List.of("tools", "x", "hengrui", "abc"), 'v', counted);
        assertThat(words.telling(2)).containsExactly("abc", "hengrui");
        assertThat(words.telling(9)).containsExactly("abc", "hengrui", "tools");
        assertThat(words("").isEmpty()).isTrue();
        assertThat(words("a").isEmpty()).isFalse();
    }

    private static StreetAddress street(String written) {
        return StreetAddress.of(written, Rarity.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "12 Harbour Street, 12, 'sharbour sst'",
        "'Harbour St., 12-14', 12-14, 'sharbour sst'",
        "4th Fourth Ave North, '', 's4 s4 save sn'",
        "B12 Harbour, '', 'sb12 sharbour'",
        "深圳市深南东路5047号12楼, 5047, 's深南 s南东 s东路'",
        "深南东路5047-5049号, 5047~5049, 's深南 s南东 s东路'",
        "科苑路, '', 's科苑 s苑路'",
        "路5号, 5, ''"
    })
    void anAddressIsStreetAndHouse(String written, String house, String counted) {
        assertThat(street(written).house()).isEqualTo(house);
        assertThat(String.join(" ", street(written).counted())).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "12 Harbour Street, 12 harbour st., SAME, 11",
        "12 Harbour Street, 12 Harbuor St, ALIKE, 11",
        "12 Harbour Street, Harbour Street, ALIKE, 7",
        "12 Harbour Street, 14 Harbour Street, OPPOSED, -3",
        "Harbour, Mitchell, OPPOSED, -4",
        "12 Harbour, 12 Mitchell, OPPOSED, -2",
        "12 Harbour, 9 Mitchell, OPPOSED, -4",
        "深圳市深南东路5号, 广州市深南东路5号, OPPOSED, -4",
        "深圳市深南东路5号, 深南东路5号, SAME, 11"
    })
    void houseAndStreetTogether(String one, String other, Agreement agreement, double bits) {
        var found = street(one).with(street(other));
        assertThat(found.agreement()).isEqualTo(agreement);
        assertThat(found.bits()).isCloseTo(bits, within(1e-9));
        assertThat(street(other).with(street(one))).isEqualTo(found);
    }
}
