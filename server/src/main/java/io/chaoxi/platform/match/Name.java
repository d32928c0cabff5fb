package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Party.Kind;
import io.chaoxi.platform.text.Folding;
import io.chaoxi.platform.text.Pinyin;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A name, prepared for comparison by its script: Chinese firms by parts, Chinese people whole, all others by words. */
sealed interface Name {
    char OF_PERSON = 'w';
    char OF_COMPANY = 'v';
    Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");
    Pattern APOSTROPHES = Pattern.compile("['’`]");
    Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    Pattern FORM_OF_ADDRESS = Pattern.compile("(先生|女士|小姐|老师)$");
    Set<String> LEGAL_FORMS = Set.of(
            "co",
            "ltd",
            "limited",
            "company",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "llc",
            "plc",
            "gmbh",
            "ag",
            "sa",
            "bv",
            "the");

    /** What {@link Rarity} counts. */
    List<String> counted();

    record Firm(CompanyName parts) implements Name {
        @Override
        public List<String> counted() {
            return parts.words();
        }
    }

    /** {@code readings}: pinyin without blanks, surname first as written, then last, of one character or two. */
    record ChinesePerson(String whole, List<String> readings, double bits) implements Name {
        @Override
        public List<String> counted() {
            return List.of('p' + whole);
        }
    }

    record Spelt(Words words, String joined, boolean person) implements Name {
        @Override
        public List<String> counted() {
            char sign = person ? OF_PERSON : OF_COMPANY;
            return Arrays.stream(words.texts).map(word -> sign + word).toList();
        }
    }

    static Name of(Kind kind, String written, Rarity rarity) {
        String folded = Folding.fold(written);
        if (folded.codePoints().noneMatch(Character::isIdeographic)) return spelt(kind, folded, rarity);
        if (kind == Kind.COMPANY) return new Firm(CompanyName.of(written, rarity));
        String whole = FORM_OF_ADDRESS.matcher(Folding.squash(folded)).replaceFirst("");
        String[] syllables = Pinyin.nameSortKey(whole).split(" ");
        List<String> readings = IntStream.rangeClosed(0, Math.min(2, syllables.length - 1))
                .mapToObj(surname -> givenFirst(syllables, surname))
                .toList();
        return new ChinesePerson(whole, readings, rarity.bits('p' + whole));
    }

    /** The surname of none, one or two syllables put behind the rest. */
    private static String givenFirst(String[] syllables, int surname) {
        Stream<String> given = Arrays.stream(syllables, surname, syllables.length);
        return Stream.concat(given, Arrays.stream(syllables, 0, surname)).collect(Collectors.joining());
    }

    private static Spelt spelt(Kind kind, String folded, Rarity rarity) {
        List<String> outside = words(IN_BRACKETS.matcher(folded).replaceAll(" "));
        List<String> all = outside.isEmpty() ? words(folded) : outside;
        List<String> telling = kind == Kind.PERSON
                ? all
                : all.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        List<String> kept = telling.isEmpty() ? all : telling;
        boolean person = kind == Kind.PERSON;
        Words words = person ? Words.ofPerson(kept, OF_PERSON, rarity) : Words.of(kept, OF_COMPANY, rarity);
        return new Spelt(words, String.join("", kept), person);
    }

    private static List<String> words(String folded) {
        return Stream.of(GAPS.split(APOSTROPHES.matcher(folded).replaceAll("")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
