package io.chaoxi.sharing;

import java.util.UUID;

/** With whom something is shared: a person, a department with all below it, or whoever has a role. */
record Grantee(Kind kind, UUID id) {
    enum Kind {
        PERSON("person"),
        DEPARTMENT("department"),
        ROLE("role");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
