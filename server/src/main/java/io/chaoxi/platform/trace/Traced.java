package io.chaoxi.platform.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person by what is known of him in other places than his record.
 *
 * @param records his record and those that were merged into it
 * @param names what he is and was called, of two characters at least: a single one stands in too many words
 * @param numbers telephones, addresses and accounts that he has and had, in every way they are written
 * @param texts everything else that stands or stood on his record in words; many of it may be true of others too
 * @param around records that his record leads to, such as his customer
 */
public record Traced(
        String object,
        List<UUID> records,
        Set<String> names,
        Set<String> numbers,
        Set<String> texts,
        Set<UUID> around) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BLOT = "［已删除］";
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}]";

    private Stream<String> marks() {
        return Stream.concat(numbers.stream(), names.stream());
    }

    /**
     * Whether a line of a table tells of him: by one of his numbers anywhere, or by his name alone in a cell and something
     * else of his beside it. A name may be a word that has nothing to do with him.
     */
    public boolean tells(List<String> cells) {
        if (cells.stream().anyMatch(cell -> numbers.stream().anyMatch(cell::contains))) return true;
        var words = cells.stream().map(String::strip).toList();
        return words.stream().anyMatch(names::contains)
                && words.stream().anyMatch(word -> texts.contains(word) && !names.contains(word));
    }

    /** One of his numbers in a column of texts or JSON. */
    public Condition numbered(Field<?> column) {
        return holding(column, numbers.stream());
    }

    /** Whether a text tells of him. */
    public boolean within(@Nullable String text) {
        return text != null && marks().anyMatch(text::contains);
    }

    /** The same for a column of texts or JSON. */
    public Condition within(Field<?> column) {
        return holding(column, marks());
    }

    private static Condition holding(Field<?> column, Stream<String> marks) {
        Field<String> text = column.cast(SQLDataType.CLOB);
        return marks.map(mark -> text.contains(mark)).reduce(Condition::or).orElseGet(DSL::falseCondition);
    }

    /**
     * Whether a value that is sought means him: it holds one of his numbers, or one of his names that no other letter or
     * digit adjoins. 李明辉 is not 李明.
     */
    public boolean meant(String value) {
        return numbers.stream().anyMatch(value::contains)
                || names.stream().anyMatch(name -> alone(name).matcher(value).find());
    }

    private static Pattern alone(String name) {
        return Pattern.compile("(?<!" + WORD + ")" + Pattern.quote(name) + "(?!" + WORD + ")");
    }

    /** A title with a blot in the place of his numbers, and of his names that are not part of a longer word. */
    public String blottedTitle(String title) {
        String left = title;
        for (String number : numbers) left = left.replace(number, BLOT);
        for (String name : names) left = inTitle(name).matcher(left).replaceAll(BLOT);
        return left;
    }

    /** Chinese is written without blanks: these words stand beside names and are no part of them. */
    private static Pattern inTitle(String name) {
        return Pattern.compile("(?:(?<!" + WORD + ")|(?<=[找给跟对归的和与]))" + Pattern.quote(name) + "(?:(?!" + WORD
                + ")|(?=[的总]|先生|女士|小姐|经理|主任|老师))");
    }

    /** The text with a blot in each place that tells of him. */
    public String blotted(String text) {
        String left = text;
        for (String mark : marks().toList()) left = left.replace(mark, BLOT);
        return left;
    }

    /** The JSON with nothing in the place of every text that tells of him. */
    public JSONB without(JSONB json) {
        return JSONB.valueOf(JSON.writeValueAsString(without(JSON.readValue(json.data(), Object.class))));
    }

    private @Nullable Object without(@Nullable Object value) {
        return switch (value) {
            case String text -> within(text) ? "" : text;
            case List<?> items -> {
                var left = new ArrayList<@Nullable Object>();
                items.forEach(item -> left.add(without(item)));
                yield left;
            }
            case Map<?, ?> map -> {
                var left = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, item) -> left.put(key, without(item)));
                yield left;
            }
            case null, default -> value;
        };
    }
}
