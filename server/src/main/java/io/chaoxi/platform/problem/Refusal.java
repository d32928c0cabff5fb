package io.chaoxi.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that was asked for and is not done; nothing was written. Carries the HTTP status, a code (a key of
 * labels/problem.yaml), the arguments of its sentence, the fields at fault and further facts for the caller.
 */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String code;
    private final Map<String, Object> arguments;
    private final List<FieldError> errors;
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Refusal(int status, String code, Map<String, Object> arguments, List<FieldError> errors) {
        super(code + (errors.isEmpty() ? "" : " " + errors), null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.errors = errors;
    }

    public static Refusal of(int status, String code) {
        return new Refusal(status, code, Map.of(), List.of());
    }

    public static Refusal of(int status, String code, Map<String, Object> arguments) {
        return new Refusal(status, code, arguments, List.of());
    }

    /** 404, the same for what does not exist and for what one may not see. */
    public static Refusal notFound() {
        return of(404, "notFound");
    }

    /** 409: somebody changed it since the caller read it; tells the version that stands. */
    public static Refusal stale(long version) {
        return of(409, "stale").with("version", version);
    }

    /** 403: the role lacks the action. */
    public static Refusal forbidden(String permission) {
        return of(403, "forbidden", Map.of("permission", permission));
    }

    public static Refusal malformed(String code, Map<String, Object> arguments) {
        return of(400, code, arguments);
    }

    /** 422 with the one field at fault. */
    public static Refusal field(String field, String code) {
        return fields(List.of(new FieldError(field, code)));
    }

    public static Refusal fields(List<FieldError> errors) {
        return new Refusal(422, "invalid", Map.of("count", errors.size()), List.copyOf(errors));
    }

    /** Adds a fact that the answer carries beside code and detail. */
    public Refusal with(String name, Object fact) {
        facts.put(name, fact);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
