package io.chaoxi.platform.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Chinese text in pinyin without tones, for sorting and for search by initials. ü is written v.
 *
 * <p>Letters and digits of other scripts stay, blanks and punctuation only separate. Characters with several readings
 * follow the longest known word (重庆 is chong qing), otherwise the reading usual in names. Only the first
 * {@value #READ} characters are read, so that a stored key stays short enough for an index.
 */
public final class Pinyin {
    private static final int READ = 200;

    private Pinyin() {}

    /** Syllables in lower case, one blank between them: sorted byte by byte, 西安 stands before 先锋. */
    public static String sortKey(String text) {
        return String.join(" ", syllables(text, false));
    }

    /** As {@link #sortKey}, for people: a leading surname has its own reading (曾 zeng, 单 shan, 尉迟 yu chi). */
    public static String nameSortKey(String personName) {
        return String.join(" ", syllables(personName, true));
    }

    /** The first letter of each syllable, and words of Latin letters and digits whole: 恒锐ABC is hrabc. */
    public static String initials(String text) {
        return initials(text, false);
    }

    /** As {@link #initials}, with the surname read as one: 曾小贤 is zxx. */
    public static String nameInitials(String personName) {
        return initials(personName, true);
    }

    private static String initials(String text, boolean person) {
        StringBuilder initials = new StringBuilder();
        walk(Folding.fold(Folding.head(text, READ)), person, (part, chinese) -> {
            if (chinese) {
                initials.append(part.charAt(0));
            } else if (part.codePoints().allMatch(point -> point < 0x80)) {
                initials.append(part);
            }
        });
        return initials.toString();
    }

    private static List<String> syllables(String text, boolean person) {
        List<String> syllables = new ArrayList<>();
        walk(Folding.fold(Folding.head(text, READ)), person, (part, chinese) -> syllables.add(part));
        return syllables;
    }

    private static void walk(String text, boolean person, Parts parts) {
        Readings readings = Readings.all();
        int at = person ? passSurname(text, parts) : 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            String reading = readings.of(point);
            if (reading != null) {
                at = passChinese(text, at, reading, parts);
            } else if (Character.isLetterOrDigit(point)) {
                at = passWord(text, at, parts);
            } else {
                at = passOther(text, at, point, parts);
            }
        }
    }

    private static int passSurname(String text, Parts parts) {
        String @Nullable [] surname = Readings.all().surnameOf(text);
        return surname == null ? 0 : passAll(surname, parts);
    }

    private static int passChinese(String text, int at, String reading, Parts parts) {
        String @Nullable [] word = Readings.all().wordAt(text, at);
        if (word != null) {
            return at + passAll(word, parts);
        }
        parts.take(reading, true);
        return at + Character.charCount(text.codePointAt(at));
    }

    private static int passAll(String[] syllables, Parts parts) {
        for (String syllable : syllables) {
            parts.take(syllable, true);
        }
        return syllables.length;
    }

    private static int passWord(String text, int from, Parts parts) {
        int to = from;
        while (to < text.length()
                && Character.isLetterOrDigit(text.codePointAt(to))
                && Readings.all().of(text.codePointAt(to)) == null) {
            to += Character.charCount(text.codePointAt(to));
        }
        parts.take(text.substring(from, to), false);
        return to;
    }

    private static int passOther(String text, int at, int point, Parts parts) {
        int next = at + Character.charCount(point);
        String other = Folding.squash(text.substring(at, next));
        if (!other.isEmpty()) {
            parts.take(other, false);
        }
        return next;
    }

    private interface Parts {
        void take(String part, boolean chinese);
    }
}
