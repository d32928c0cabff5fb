package io.chaoxi.platform.record;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import io.chaoxi.platform.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compiles RSQL to a condition. Names come from the catalogue only; a hidden or masked field is refused like an unknown
 * one. At most 4,000 characters, 60 comparisons, 20 levels of parentheses.
 */
@Component
public class Filters {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 20;
    private static final int MOST_COMPARISONS = 60;
    private static final Set<String> CERTAIN = Set.of("==", "=in=");
    private static final RSQLParser PARSER = new RSQLParser(operators());

    private final Comparisons comparisons;

    Filters(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    private static Set<ComparisonOperator> operators() {
        var operators = new LinkedHashSet<ComparisonOperator>();
        for (String symbol : List.of("==", "!=", "=like=", "=null=")) operators.add(new ComparisonOperator(symbol));
        operators.add(new ComparisonOperator("=lt=", "<"));
        operators.add(new ComparisonOperator("=le=", "<="));
        operators.add(new ComparisonOperator("=gt=", ">"));
        operators.add(new ComparisonOperator("=ge=", ">="));
        operators.add(new ComparisonOperator("=in=", true));
        operators.add(new ComparisonOperator("=out=", true));
        return operators;
    }

    public Condition compile(Catalogue catalogue, String filter) {
        return filter.isBlank() ? DSL.noCondition() : compile(catalogue, parsed(filter), new int[1]);
    }

    /** What its comparisons compare with; the filter itself where it cannot be read. */
    public static List<String> values(String filter) {
        if (filter.isBlank()) return List.of();
        try {
            return values(parsed(filter)).toList();
        } catch (Refusal unreadable) {
            return List.of(filter);
        }
    }

    private static Stream<String> values(Node node) {
        return node instanceof LogicalNode logical
                ? logical.getChildren().stream().flatMap(Filters::values)
                : ((ComparisonNode) node).getArguments().stream();
    }

    /** The comparisons for something certain that an index answers and that all must hold; null when there are none. */
    @Nullable
    Condition narrowing(Catalogue catalogue, String filter) {
        if (filter.isBlank()) return null;
        Node root = parsed(filter);
        List<Condition> found = Stream.concat(
                        Stream.of(root), root instanceof AndNode and ? and.getChildren().stream() : Stream.empty())
                .filter(node -> node instanceof ComparisonNode one && indexed(catalogue, one))
                .map(node -> comparison(catalogue, (ComparisonNode) node))
                .toList();
        return found.isEmpty() ? null : DSL.and(found);
    }

    private static boolean indexed(Catalogue catalogue, ComparisonNode node) {
        return CERTAIN.contains(node.getOperator().getSymbol())
                && catalogue
                        .visible(node.getSelector())
                        .filter(field -> field.indexed()
                                || field.column() != null && catalogue.type().indexed(field.column()))
                        .isPresent();
    }

    private static Node parsed(String filter) {
        checkSize(filter);
        try {
            return PARSER.parse(filter);
        } catch (RSQLParserException e) {
            throw Refusal.malformed("filterUnreadable", Map.of("filter", shortened(filter)));
        }
    }

    private static void checkSize(String filter) {
        if (filter.length() > LONGEST) throw Refusal.malformed("filterTooLong", Map.of("max", LONGEST));
        int depth = 0;
        for (int i = 0; i < filter.length(); i++) {
            if (filter.charAt(i) == '(') depth++;
            else if (filter.charAt(i) == ')') depth--;
            if (depth > DEEPEST) throw Refusal.malformed("filterTooDeep", Map.of("max", DEEPEST));
        }
    }

    private Condition compile(Catalogue catalogue, Node node, int[] count) {
        if (node instanceof LogicalNode logical) {
            var parts = logical.getChildren().stream()
                    .map(child -> compile(catalogue, child, count))
                    .toList();
            return logical instanceof AndNode ? DSL.and(parts) : DSL.or(parts);
        }
        if (++count[0] > MOST_COMPARISONS) {
            throw Refusal.malformed("filterTooMany", Map.of("max", MOST_COMPARISONS));
        }
        return comparison(catalogue, (ComparisonNode) node);
    }

    private Condition comparison(Catalogue catalogue, ComparisonNode node) {
        String name = node.getSelector();
        Field field = catalogue
                .visible(name)
                .filter(found -> catalogue.right(found).readable())
                .orElseThrow(() -> Refusal.malformed("filterRefused", Map.of("field", shortened(name))));
        String operator = node.getOperator().getSymbol();
        if (!field.type().operators().contains(operator)) {
            throw Refusal.malformed("filterOperatorRefused", Map.of("field", name, "operator", operator));
        }
        try {
            return comparisons.compile(catalogue, field, operator, node.getArguments());
        } catch (ValueRefused e) {
            throw Refusal.malformed(
                    "filterValueRefused",
                    Map.of("field", name, "value", shortened(String.join(",", node.getArguments()))));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
