package io.chaoxi.platform.problem;

import java.util.Map;

/** One field of the input and the rule it broke; {@code code} is a key of labels/problem.yaml. */
public record FieldError(String field, String code, Map<String, Object> arguments) {

    public FieldError(String field, String code) {
        this(field, code, Map.of());
    }
}
