package io.chaoxi.platform.formula;

import io.chaoxi.platform.formula.FormulaToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the tree of a formula. From weak to strong: or, and, not, comparison, &, + -, * / %, sign. */
final class FormulaParser {
    private static final int DEEPEST = 64;
    private static final Map<String, Operator> COMPARISONS = Map.of(
            "=",
            Operator.EQUAL,
            "==",
            Operator.EQUAL,
            "!=",
            Operator.NOT_EQUAL,
            "<>",
            Operator.NOT_EQUAL,
            "<",
            Operator.LESS,
            "<=",
            Operator.AT_MOST,
            ">",
            Operator.MORE,
            ">=",
            Operator.AT_LEAST);
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.PLUS, "-", Operator.MINUS);
    private static final Map<String, Operator> PRODUCTS =
            Map.of("*", Operator.TIMES, "/", Operator.DIVIDED_BY, "%", Operator.MODULO);
    private static final Map<String, Operator> JOINS = Map.of("&", Operator.JOIN);

    private final List<FormulaToken> tokens;
    private int at;
    private int depth;

    private FormulaParser(List<FormulaToken> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) {
        FormulaParser parser = new FormulaParser(FormulaLexer.tokens(text));
        Expression whole = parser.either();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return whole;
    }

    private Expression either() {
        return words("or", FormulaFunction.OR, this::both);
    }

    private Expression both() {
        return words("and", FormulaFunction.AND, this::negation);
    }

    private Expression words(String word, FormulaFunction function, Supplier<Expression> operand) {
        List<Expression> operands = new ArrayList<>(List.of(operand.get()));
        int position = peek().position();
        while (peek().isWord(word)) {
            at++;
            operands.add(operand.get());
        }
        return operands.size() == 1 ? operands.getFirst() : new Expression.Call(function, operands, position);
    }

    private Expression negation() {
        FormulaToken token = peek();
        if (!token.isWord("not") || tokens.get(at + 1).is("(")) {
            return comparison();
        }
        at++;
        return deeper(() -> new Expression.Call(FormulaFunction.NOT, List.of(negation()), token.position()));
    }

    private Expression comparison() {
        Expression left = chain(JOINS, () -> chain(SUMS, () -> chain(PRODUCTS, this::signed)));
        Operator operator = operatorHere(COMPARISONS);
        if (operator == null) {
            return left;
        }
        int position = tokens.get(at++).position();
        Expression right = chain(JOINS, () -> chain(SUMS, () -> chain(PRODUCTS, this::signed)));
        return new Expression.Binary(operator, left, right, position);
    }

    private Expression chain(Map<String, Operator> operators, Supplier<Expression> operand) {
        Expression left = operand.get();
        Operator operator = operatorHere(operators);
        while (operator != null) {
            int position = tokens.get(at++).position();
            left = new Expression.Binary(operator, left, operand.get(), position);
            operator = operatorHere(operators);
        }
        return left;
    }

    private @Nullable Operator operatorHere(Map<String, Operator> operators) {
        return peek().kind() == Kind.SIGN ? operators.get(peek().text()) : null;
    }

    private Expression signed() {
        FormulaToken token = peek();
        if (!token.is("-") && !token.is("+")) {
            return deeper(this::primary);
        }
        at++;
        Expression operand = deeper(this::signed);
        Expression zero = new Expression.Literal(BigDecimal.ZERO);
        Operator operator = token.is("-") ? Operator.MINUS : Operator.PLUS;
        return new Expression.Binary(operator, zero, operand, token.position());
    }

    private Expression primary() {
        FormulaToken token = peek();
        return switch (token.kind()) {
            case NUMBER -> taken(new Expression.Literal(new BigDecimal(token.text())));
            case TEXT -> taken(new Expression.Literal(token.text()));
            case FIELD -> taken(new Expression.Field(token.text(), token.position()));
            case NAME -> tokens.get(at + 1).is("(") ? call(token) : taken(named(token));
            case SIGN, END -> enclosed();
        };
    }

    private Expression taken(Expression expression) {
        at++;
        return expression;
    }

    private Expression enclosed() {
        expect("(");
        Expression inside = either();
        expect(")");
        return inside;
    }

    private static Expression named(FormulaToken token) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "true" -> new Expression.Literal(true);
            case "false" -> new Expression.Literal(false);
            case "null", "empty" -> new Expression.Literal(null);
            case "and", "or", "not" -> throw new FormulaRefused("formulaUnexpected", token.text(), token.position());
            default -> new Expression.Field(token.text(), token.position());
        };
    }

    private Expression call(FormulaToken name) {
        FormulaFunction function = FormulaFunction.named(name.text());
        if (function == null) {
            throw new FormulaRefused("formulaUnknownFunction", name.text(), name.position());
        }
        List<Expression> arguments = new ArrayList<>();
        at++;
        expect("(");
        if (!peek().is(")")) {
            arguments.add(either());
            while (peek().is(",")) {
                at++;
                arguments.add(either());
            }
        }
        expect(")");
        if (!function.takes(arguments.size())) {
            throw new FormulaRefused("formulaArguments", name.text(), name.position());
        }
        return new Expression.Call(function, arguments, name.position());
    }

    private Expression deeper(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw new FormulaRefused("formulaTooDeep", peek().text(), peek().position());
        }
        Expression expression = inner.get();
        depth--;
        return expression;
    }

    private void expect(String sign) {
        if (!peek().is(sign)) {
            throw unexpected();
        }
        at++;
    }

    private FormulaToken peek() {
        return tokens.get(at);
    }

    private FormulaRefused unexpected() {
        return new FormulaRefused("formulaUnexpected", peek().text(), peek().position());
    }
}
