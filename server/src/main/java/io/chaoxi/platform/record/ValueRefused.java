package io.chaoxi.platform.record;

import java.util.Map;

/** A single value breaks the rule of its field; collected into one answer with all fields at fault. */
final class ValueRefused extends RuntimeException {
    private final String code;
    private final Map<String, Object> arguments;

    ValueRefused(String code) {
        this(code, Map.of());
    }

    ValueRefused(String code, Map<String, Object> arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    String code() {
        return code;
    }

    Map<String, Object> arguments() {
        return arguments;
    }
}
