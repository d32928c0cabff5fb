package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.text.SearchQuery;
import io.chaoxi.platform.text.SearchQuery.Kind;
import io.chaoxi.platform.text.SearchTokens;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Conditions on the search column of a record type: the tokens of the firm, answered by one GIN index. */
final class SearchConditions {
    private SearchConditions() {}

    /** Rows that the typed words mean, found by nothing that the acting person may not read. */
    static Condition found(Catalogue catalogue, String typed) {
        if (typed.isBlank()) return DSL.noCondition();
        var ways = Stream.concat(
                        SearchTokens.forQuery(typed).alternatives().stream()
                                .flatMap(way -> meant(catalogue, way).stream()),
                        beginning(catalogue, typed).stream())
                .toList();
        return ways.isEmpty() ? DSL.falseCondition() : DSL.or(ways);
    }

    /**
     * All fields of a kind share its tokens. Where one of them may not be read, only names are still searched, by what
     * stands in the fields that may be. A masked phone shows its last four digits, so these may be searched.
     */
    private static Optional<Condition> meant(Catalogue catalogue, SearchQuery.Alternative way) {
        Kind kind = way.kind();
        var fields = catalogue.type().fields().stream()
                .filter(field -> field.searched() && kinds(field).contains(kind))
                .toList();
        var open =
                fields.stream().filter(field -> shows(catalogue, field, kind)).toList();
        if (open.isEmpty()) return Optional.empty();
        Condition tokens = all(catalogue, way.tokens());
        if (open.size() == fields.size()) return Optional.of(tokens);
        if (kind != Kind.NAME) return Optional.empty();
        return Optional.of(tokens.and(standing(catalogue, way.words(), open)));
    }

    private static Optional<Condition> beginning(Catalogue catalogue, String typed) {
        String name = catalogue.type().foundBy();
        if (name == null) return Optional.empty();
        return catalogue
                .visible(name)
                .filter(field -> catalogue.right(field).readable())
                .map(field -> new RecordFields(catalogue.type())
                        .operand(field)
                        .cast(String.class)
                        .startsWithIgnoreCase(typed.strip()));
    }

    /** Each word in one of these fields. */
    private static Condition standing(Catalogue catalogue, List<String> words, List<Field> fields) {
        var columns = new RecordFields(catalogue.type());
        return DSL.and(words.stream()
                .map(word -> DSL.or(fields.stream()
                        .map(field -> columns.operand(field).cast(String.class).containsIgnoreCase(word))
                        .toList()))
                .toList());
    }

    private static boolean shows(Catalogue catalogue, Field field, Kind kind) {
        FieldRight right = catalogue.right(field);
        return kind == Kind.PHONE_TAIL ? right != FieldRight.HIDDEN : right.readable();
    }

    private static Set<Kind> kinds(Field field) {
        return switch (field.type()) {
            case PHONE -> EnumSet.of(Kind.PHONE_TAIL, Kind.PHONE);
            case EMAIL -> EnumSet.of(Kind.EMAIL);
            case SEQUENCE -> EnumSet.of(Kind.SEQUENCE);
            default -> field.name().endsWith("Code") ? EnumSet.of(Kind.CODE) : EnumSet.of(Kind.NAME, Kind.INITIALS);
        };
    }

    /** Rows whose searched names may contain the part; a filter, the caller compares the text itself. */
    static Condition contained(Catalogue catalogue, String part) {
        var tokens = SearchTokens.forQuery(part).only(Set.of(Kind.NAME)).alternatives().stream()
                .map(SearchQuery.Alternative::tokens)
                .findFirst();
        return tokens.map(found -> all(catalogue, found)).orElse(DSL.noCondition());
    }

    private static Condition all(Catalogue catalogue, Collection<String> tokens) {
        String[] wanted =
                SearchTokens.prefixed(catalogue.actor().tenant(), tokens).toArray(String[]::new);
        var column = catalogue.type().column("search");
        return column.contains(DSL.val((Object) wanted, column.getDataType()));
    }
}
