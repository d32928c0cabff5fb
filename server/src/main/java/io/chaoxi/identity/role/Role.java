package io.chaoxi.identity.role;

import java.util.UUID;

/** A role of the firm. {@code people} says how many have it. */
public record Role(UUID id, long version, String code, String name, boolean standard, Rights rights, int people) {

    public boolean isAdministrator() {
        return code.equals(StandardRole.ADMINISTRATOR.code());
    }
}
