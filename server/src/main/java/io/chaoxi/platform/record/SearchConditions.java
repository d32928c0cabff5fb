package io.chaoxi.platform.record;

import io.chaoxi.platform.text.SearchQuery;
import io.chaoxi.platform.text.SearchQuery.Kind;
import io.chaoxi.platform.text.SearchTokens;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Conditions on the search column of a record type: the tokens of the firm, answered by one GIN index. */
final class SearchConditions {
    private SearchConditions() {}

    /** Rows that the typed words mean, by the kinds of token that the acting person may search. */
    static Condition found(Catalogue catalogue, String typed) {
        if (typed.isBlank()) return DSL.noCondition();
        SearchQuery query = SearchTokens.forQuery(typed).only(searchable(catalogue));
        if (query.alternatives().isEmpty()) return DSL.falseCondition();
        return DSL.or(query.alternatives().stream()
                .map(way -> all(catalogue, way.tokens()))
                .toList());
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

    /** Names only where the title may be read. A masked phone shows its last four digits, so these may be searched; more of it needs the right to read. */
    private static Set<Kind> searchable(Catalogue catalogue) {
        var kinds = EnumSet.noneOf(Kind.class);
        if (catalogue.titleRight().readable()) kinds.addAll(EnumSet.of(Kind.NAME, Kind.INITIALS));
        for (Field field : catalogue.visible()) {
            if (!field.searched()) continue;
            boolean readable = catalogue.right(field).readable();
            if (field.type() == FieldType.PHONE) kinds.add(Kind.PHONE_TAIL);
            if (field.type() == FieldType.PHONE && readable) kinds.add(Kind.PHONE);
            if (field.type() == FieldType.EMAIL && readable) kinds.add(Kind.EMAIL);
            if (field.type() == FieldType.SEQUENCE && readable) kinds.add(Kind.SEQUENCE);
            if (field.name().endsWith("Code") && readable) kinds.add(Kind.CODE);
        }
        return kinds;
    }
}
