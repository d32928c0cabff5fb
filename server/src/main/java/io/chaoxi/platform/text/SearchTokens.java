package io.chaoxi.platform.text;

import io.chaoxi.platform.text.SearchQuery.Alternative;
import io.chaoxi.platform.text.SearchQuery.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tokens by which rows are found: pairs of neighbouring characters of names, pairs of pinyin initials, ends of phone
 * numbers, e-mail addresses, credit codes. All tokens present is a filter: pairs may be scattered, so where it matters
 * {@link #matches} verifies. Of a long text the first {@value #READ} characters are indexed.
 */
public final class SearchTokens {
    private static final int READ = 200;
    private static final int READ_OF_QUERY = 60;
    private static final int MAIL_HEAD = 20;
    private static final Pattern WORD_OF_LETTERS = Pattern.compile("(?=.*[a-z])[a-z0-9]{2,}");
    private static final Pattern DIALLED = Pattern.compile("\\+?[\\d\\s()./-]{4,30}");
    private static final Pattern MAIL_START = Pattern.compile("[a-z0-9][a-z0-9._+-]{2,}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]*@[^\\s@]+");

    private SearchTokens() {}

    /** Names of firms, people and things. People are found by the reading of their surname too. */
    public static Set<String> forName(String text) {
        String head = Folding.head(text, READ);
        Set<String> tokens = new LinkedHashSet<>(grams(Kind.NAME, Folding.squash(head), true));
        tokens.addAll(grams(Kind.INITIALS, Pinyin.initials(head), false));
        tokens.addAll(grams(Kind.INITIALS, Pinyin.nameInitials(head), false));
        return tokens;
    }

    /** A stored number ({@link PhoneNumbers.Phone#stored}): its last 4 to 11 digits and the whole. */
    public static Set<String> forPhone(String stored) {
        String digits = digitsOf(stored);
        Set<String> tokens = new LinkedHashSet<>();
        if (digits.length() >= 4) {
            tokens.add(Kind.PHONE_TAIL.sign() + digits.substring(digits.length() - 4));
        }
        for (int length = 5; length <= Math.min(11, digits.length()); length++) {
            tokens.add(Kind.PHONE.sign() + digits.substring(digits.length() - length));
        }
        if (digits.length() > 11) {
            tokens.add(Kind.PHONE.sign() + digits);
        }
        return tokens;
    }

    /** The whole address, {@code @domain}, and beginnings of at least three characters before the @. */
    public static Set<String> forEmail(String email) {
        String address = Folding.head(Folding.fold(email.strip()), 254);
        int at = address.lastIndexOf('@');
        Set<String> tokens = new LinkedHashSet<>(Set.of(Kind.EMAIL.sign() + address));
        if (at >= 0) {
            tokens.add(Kind.EMAIL.sign() + address.substring(at));
        }
        int longest = Math.min(at < 0 ? address.length() : at, MAIL_HEAD);
        for (int length = 3; length <= longest; length++) {
            tokens.add(Kind.EMAIL.sign() + address.substring(0, length));
        }
        return tokens;
    }

    /** A unified social credit code or another number of a document: the whole and its last six characters. */
    public static Set<String> forCode(String code) {
        String upper = Folding.head(code.strip(), 64).toUpperCase(Locale.ROOT);
        Set<String> tokens = new LinkedHashSet<>(Set.of(Kind.CODE.sign() + upper));
        if (upper.length() > 6) {
            tokens.add(Kind.CODE.sign() + upper.substring(upper.length() - 6));
        }
        return tokens;
    }

    /** A record's own number, such as KH-000042: the whole. */
    public static Set<String> forSequence(String number) {
        return Set.of(Kind.SEQUENCE.sign() + number.toUpperCase(Locale.ROOT));
    }

    /** Understands what was typed in every way it can be meant. Blanks part words that must all occur in the name. */
    public static SearchQuery forQuery(String typed) {
        String text =
                Folding.head(Folding.fold(Folding.head(typed, READ_OF_QUERY)).strip(), READ_OF_QUERY);
        List<Alternative> ways = new ArrayList<>();
        addName(ways, text);
        if (WORD_OF_LETTERS.matcher(text).matches()) {
            add(ways, Kind.INITIALS, grams(Kind.INITIALS, text, false), text);
        }
        addPhone(ways, text);
        addEmail(ways, text);
        String code = text.toUpperCase(Locale.ROOT);
        if (code.matches("[0-9A-Z]{6}|[0-9A-Z]{18}")) {
            add(ways, Kind.CODE, Set.of(Kind.CODE.sign() + code), code);
        }
        if (code.matches("[A-Z]{1,8}-\\d{1,18}")) {
            add(ways, Kind.SEQUENCE, forSequence(code), code);
        }
        return new SearchQuery(typed, List.copyOf(ways));
    }

    /** Puts the tenant's number (base 36, capitals) before each token, so that firms never share a token. */
    public static Set<String> prefixed(long tenantId, Collection<String> tokens) {
        String prefix = Long.toString(tenantId, 36).toUpperCase(Locale.ROOT);
        return tokens.stream().map(prefix::concat).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a row with this name is found by among the rows of the tenant. */
    public static String[] ofName(long tenantId, String name) {
        return prefixed(tenantId, forName(name)).toArray(String[]::new);
    }

    /** Whether one value of a row (name, stored phone, e-mail, code) is truly meant by the query. */
    public static boolean matches(String candidate, SearchQuery query) {
        return query.alternatives().stream().anyMatch(way -> matches(candidate, way));
    }

    private static boolean matches(String candidate, Alternative way) {
        String word = way.words().getFirst();
        return switch (way.kind()) {
            case NAME -> way.words().stream().allMatch(Folding.squash(candidate)::contains);
            case INITIALS ->
                Pinyin.initials(candidate).contains(word)
                        || Pinyin.nameInitials(candidate).contains(word);
            case PHONE_TAIL, PHONE -> way.words().stream().anyMatch(digitsOf(candidate)::endsWith);
            case EMAIL -> forEmail(candidate).contains(Kind.EMAIL.sign() + word);
            case CODE -> forCode(candidate).contains(Kind.CODE.sign() + word);
            case SEQUENCE -> forSequence(candidate).contains(Kind.SEQUENCE.sign() + word);
        };
    }

    private static void addName(List<Alternative> ways, String text) {
        List<String> words = Arrays.stream(text.split("\\s+"))
                .map(Folding::squash)
                .filter(word -> !word.isEmpty())
                .toList();
        Set<String> tokens = new LinkedHashSet<>();
        for (String word : words) {
            boolean single = word.codePointCount(0, word.length()) == 1;
            tokens.addAll(grams(Kind.NAME, word, single));
        }
        if (!tokens.isEmpty()) {
            ways.add(new Alternative(Kind.NAME, tokens, words));
        }
    }

    private static void addPhone(List<Alternative> ways, String text) {
        if (!DIALLED.matcher(text).matches()) {
            return;
        }
        String digits = text.replaceAll("\\D", "");
        if (digits.length() == 4) {
            add(ways, Kind.PHONE_TAIL, Set.of(Kind.PHONE_TAIL.sign() + digits), digits);
        } else if (digits.length() > 4) {
            add(ways, Kind.PHONE, Set.of(Kind.PHONE.sign() + digits), digits);
        }
        if (PhoneNumbers.parse(text, "CN") instanceof Checked.Accepted<PhoneNumbers.Phone>(PhoneNumbers.Phone phone)) {
            String whole = digitsOf(phone.e164());
            add(ways, Kind.PHONE, Set.of(Kind.PHONE.sign() + whole), whole);
        }
    }

    private static void addEmail(List<Alternative> ways, String text) {
        if (MAIL.matcher(text).matches()) {
            add(ways, Kind.EMAIL, Set.of(Kind.EMAIL.sign() + text), text);
        } else if (MAIL_START.matcher(text).matches() && text.length() <= MAIL_HEAD) {
            add(ways, Kind.EMAIL, Set.of(Kind.EMAIL.sign() + text), text);
        }
    }

    private static void add(List<Alternative> ways, Kind kind, Set<String> tokens, String word) {
        if (!tokens.isEmpty()) {
            ways.add(new Alternative(kind, tokens, List.of(word)));
        }
    }

    private static Set<String> grams(Kind kind, String text, boolean singles) {
        int[] points = text.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i < points.length; i++) {
            if (singles && points[i] >= 0x80) {
                grams.add(kind.sign() + Character.toString(points[i]));
            }
            if (i + 1 < points.length) {
                grams.add(kind.sign() + new String(points, i, 2));
            }
        }
        return grams;
    }

    private static String digitsOf(String stored) {
        int extension = stored.indexOf(';');
        return (extension < 0 ? stored : stored.substring(0, extension)).replaceAll("\\D", "");
    }
}
