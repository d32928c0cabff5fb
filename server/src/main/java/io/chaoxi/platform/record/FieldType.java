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
    YES_NO("yesNo", Operators.YES_NO),
    CHOICE("choice", Operators.CHOICE),
    CHOICES("choices", Operators.SET),
    TAGS("tags", Operators.SET),
    REGION("region", Operators.SET),
    INDUSTRY("industry", Operators.SET),
    PERSON("person", Operators.CHOICE),
    DEPARTMENT("department", Operators.CHOICE),
    RECORD("record", Operators.CHOICE),
    FILES("files", Operators.PRESENCE),
    FORMULA("formula", Operators.NONE);

    private final String key;
    private final Operators operators;

    FieldType(String key, Operators operators) {
        this.key = key;
        this.operators = operators;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The filter operators that a field of this type answers. */
    public Set<String> operators() {
        return operators.symbols();
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
        return this == CHOICES || this == TAGS || this == FILES;
    }

    /** Sorting by a reference, a set or a computed value is not offered: there is no stored order to read. */
    public boolean sortable() {
        return !isReference() && !isArray() && this != FORMULA && this != LONG_TEXT;
    }

    private enum Operators {
        TEXT,
        ORDERED,
        CHOICE,
        SET,
        YES_NO,
        PRESENCE,
        NONE;

        Set<String> symbols() {
            return switch (this) {
                case TEXT -> Set.of("==", "!=", "=like=", "=in=", "=out=", "=null=");
                case ORDERED -> Set.of("==", "!=", "=lt=", "=le=", "=gt=", "=ge=", "=in=", "=out=", "=null=");
                case CHOICE -> Set.of("==", "!=", "=in=", "=out=", "=null=");
                case SET -> Set.of("==", "=in=", "=null=");
                case YES_NO -> Set.of("==", "=null=");
                case PRESENCE -> Set.of("=null=");
                case NONE -> Set.of();
            };
        }
    }
}
