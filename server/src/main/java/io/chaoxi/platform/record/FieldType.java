package io.chaoxi.platform.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/** How a field behaves everywhere: in filter, form, history, import and export. */
public enum FieldType {
    TEXT("text", Operators.TEXT),
    LONG_TEXT("longText", Operators.TEXT),
    PHONE("phone", Operators.TEXT),
    EMAIL("email", Operators.TEXT),
    LINK("link", Operators.TEXT),
    SEQUENCE("sequence", Operators.TEXT),
    NUMBER("number", Operators.ORDERED),
    PERCENT("percent", Operators.ORDERED),
    MONEY("money", Operators.ORDERED),
    DATE("date", Operators.ORDERED),
    DATE_TIME("dateTime", Operators.ORDERED),
    YES_NO("yesNo", Set.of("==", "=null=")),
    CHOICE("choice", Operators.CHOICE),
    CHOICES("choices", Operators.SET),
    TAGS("tags", Operators.SET),
    REGION("region", Operators.SET),
    INDUSTRY("industry", Operators.SET),
    PERSON("person", Operators.CHOICE),
    DEPARTMENT("department", Operators.CHOICE),
    RECORD("record", Operators.CHOICE),
    FORMULA("formula", Set.of());

    private final String key;
    private final Set<String> operators;

    FieldType(String key, Set<String> operators) {
        this.key = key;
        this.operators = operators;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The filter operators that a field of this type answers. */
    public Set<String> operators() {
        return operators;
    }

    public static FieldType of(String key) {
        for (FieldType type : values()) {
            if (type.key.equals(key)) return type;
        }
        throw new IllegalArgumentException(key);
    }

    public boolean isText() {
        return operators == Operators.TEXT;
    }

    public boolean isNumber() {
        return this == NUMBER || this == PERCENT || this == MONEY;
    }

    public boolean isReference() {
        return this == PERSON || this == DEPARTMENT || this == RECORD;
    }

    public boolean isArray() {
        return this == CHOICES || this == TAGS;
    }

    /** Sorting by a reference, a set or a computed value is not offered: there is no stored order to read. */
    public boolean sortable() {
        return !isReference() && !isArray() && this != FORMULA && this != LONG_TEXT;
    }

    private static final class Operators {
        static final Set<String> TEXT = Set.of("==", "!=", "=like=", "=in=", "=out=", "=null=");
        static final Set<String> ORDERED =
                Set.of("==", "!=", "=lt=", "=le=", "=gt=", "=ge=", "=in=", "=out=", "=null=");
        static final Set<String> CHOICE = Set.of("==", "!=", "=in=", "=out=", "=null=");
        static final Set<String> SET = Set.of("==", "=in=", "=null=");
    }
}
