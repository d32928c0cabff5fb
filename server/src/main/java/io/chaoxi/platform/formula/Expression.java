package io.chaoxi.platform.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A node of a parsed formula. Nodes never change and hold no values of records. */
sealed interface Expression {

    FormulaType type(Function<String, @Nullable FormulaType> fields);

    @Nullable
    Object value(Function<String, @Nullable Object> fields, Calculation calculation);

    void collectReferences(Set<String> into);

    record Literal(@Nullable Object constant) implements Expression {
        @Override
        public FormulaType type(Function<String, @Nullable FormulaType> fields) {
            return FormulaType.of(constant);
        }

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> fields, Calculation calculation) {
            return constant;
        }

        @Override
        public void collectReferences(Set<String> into) {
            // a constant refers to nothing
        }
    }

    record Field(String name, int position) implements Expression {
        @Override
        public FormulaType type(Function<String, @Nullable FormulaType> fields) {
            FormulaType type = fields.apply(name);
            if (type == null) {
                throw new FormulaRefused("formulaUnknownField", name, position);
            }
            return type;
        }

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> fields, Calculation calculation) {
            return Values.known(fields.apply(name));
        }

        @Override
        public void collectReferences(Set<String> into) {
            into.add(name);
        }
    }

    record Binary(Operator operator, Expression left, Expression right, int position) implements Expression {
        @Override
        public FormulaType type(Function<String, @Nullable FormulaType> fields) {
            FormulaType type = operator.type(left.type(fields), right.type(fields));
            if (type == null) {
                throw new FormulaRefused("formulaType", operator.name(), position);
            }
            return type;
        }

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> fields, Calculation calculation) {
            return operator.apply(left.value(fields, calculation), right.value(fields, calculation));
        }

        @Override
        public void collectReferences(Set<String> into) {
            left.collectReferences(into);
            right.collectReferences(into);
        }
    }

    record Call(FormulaFunction function, List<Expression> arguments, int position) implements Expression {
        @Override
        public FormulaType type(Function<String, @Nullable FormulaType> fields) {
            FormulaType type = function.type(
                    arguments.stream().map(argument -> argument.type(fields)).toList());
            if (type == null) {
                throw new FormulaRefused("formulaType", function.written(), position);
            }
            return type;
        }

        @Override
        public @Nullable Object value(Function<String, @Nullable Object> fields, Calculation calculation) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Expression argument : arguments) {
                values.add(argument.value(fields, calculation));
            }
            return calculation.apply(function, values);
        }

        @Override
        public void collectReferences(Set<String> into) {
            arguments.forEach(argument -> argument.collectReferences(into));
        }
    }
}
