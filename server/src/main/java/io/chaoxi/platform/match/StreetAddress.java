package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Likeness.Agreement;
import io.chaoxi.platform.match.Likeness.Finding;
import io.chaoxi.platform.match.Places.Place;
import io.chaoxi.platform.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Street and house number. Chinese addresses by pairs of characters, others by words, the usual abbreviations written
 * out. {@code house} is blank where no number stands.
 */
record StreetAddress(Words street, String house, Place place) {
    private static final Pattern CHINESE_HOUSE = Pattern.compile("([0-9]+(?:~[0-9]+)?)号");
    private static final Pattern HOUSE = Pattern.compile("(?<![\\p{L}\\p{N}])[0-9]+(?:[-~][0-9]+)?(?![\\p{L}\\p{N}])");
    private static final Pattern ORDINAL = Pattern.compile("^([0-9]+)(st|nd|rd|th)$");
    private static final Pattern NOT_HAN = Pattern.compile("[^\\p{IsHan}]+");
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("sts", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("boulevard", "blvd"),
            Map.entry("blv", "blvd"),
            Map.entry("road", "rd"),
            Map.entry("drive", "dr"),
            Map.entry("place", "pl"),
            Map.entry("lane", "ln"),
            Map.entry("court", "ct"),
            Map.entry("circuit", "cct"),
            Map.entry("crescent", "cres"),
            Map.entry("highway", "hwy"),
            Map.entry("square", "sq"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"),
            Map.entry("first", "1st"),
            Map.entry("second", "2nd"),
            Map.entry("third", "3rd"),
            Map.entry("fourth", "4th"),
            Map.entry("fifth", "5th"),
            Map.entry("sixth", "6th"),
            Map.entry("seventh", "7th"),
            Map.entry("eighth", "8th"),
            Map.entry("ninth", "9th"),
            Map.entry("tenth", "10th"));

    static StreetAddress of(String written, Rarity rarity) {
        String text = Folding.fold(written);
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            return chinese(Folding.squash(text.replace('-', '~')), rarity);
        }
        Matcher number = HOUSE.matcher(text);
        String house = number.find() ? number.group() : "";
        String rest = house.isEmpty() ? text : text.substring(0, number.start()) + " " + text.substring(number.end());
        List<String> words = Stream.of(
                        Name.GAPS.split(Name.APOSTROPHES.matcher(rest).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .map(word -> ORDINAL.matcher(word).replaceFirst("$1"))
                .toList();
        return new StreetAddress(Words.of(words, 's', rarity), house, Place.NONE);
    }

    private static StreetAddress chinese(String text, Rarity rarity) {
        Place place = Places.at(text, 0);
        Matcher house = CHINESE_HOUSE.matcher(text);
        boolean numbered = house.find();
        String street = NOT_HAN.matcher(text.substring(place.length(), numbered ? house.start() : text.length()))
                .replaceAll("");
        List<String> pairs = new ArrayList<>(IntStream.range(0, Math.max(0, street.length() - 1))
                .mapToObj(at -> street.substring(at, at + 2))
                .toList());
        return new StreetAddress(Words.of(pairs, 's', rarity), numbered ? house.group(1) : "", place);
    }

    List<String> counted() {
        return Arrays.stream(street.texts).map(word -> 's' + word).toList();
    }

    Finding with(StreetAddress other) {
        if (!place.agrees(other.place)) return found(Agreement.OPPOSED, Weights.STREET_OPPOSED);
        Words.Shared shared = street.with(other.street);
        double said = Math.clamp(shared.bits(), Weights.STREET_OPPOSED, Weights.STREET_MOST);
        boolean numbered = !house.isEmpty() && !other.house.isEmpty();
        if (said < 0)
            return found(Agreement.OPPOSED, numbered && house.equals(other.house) ? said + Weights.HOUSE_ALONE : said);
        if (!numbered) return found(Agreement.ALIKE, said);
        if (!house.equals(other.house)) return found(Agreement.OPPOSED, Weights.HOUSE_OPPOSED);
        return found(shared.same() ? Agreement.SAME : Agreement.ALIKE, said + Weights.HOUSE_SAME);
    }

    private static Finding found(Agreement agreement, double bits) {
        return new Finding(Trait.ADDRESS, agreement, bits);
    }
}
