package io.chaoxi.platform.rights;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whose records a role reaches, from narrow to wide. */
public enum DataScope {
    SELF("self"),
    DEPARTMENT("department"),
    DEPARTMENT_TREE("departmentTree"),
    ALL("all");

    private final String key;

    DataScope(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    public static DataScope of(String key) {
        for (DataScope scope : values()) {
            if (scope.key.equals(key)) return scope;
        }
        throw new IllegalArgumentException(key);
    }

    public DataScope wider(DataScope other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
