package io.chaoxi.identity.role;

import java.util.UUID;

/**
 * A role of the firm.
 *
 * @param secondFactor whether everybody who has it must have a second factor
 * @param people how many have it
 */
public record Role(
        UUID id,
        long version,
        String code,
        String name,
        boolean standard,
        Rights rights,
        boolean secondFactor,
        int people) {

    public boolean isAdministrator() {
        return code.equals(StandardRole.ADMINISTRATOR.code());
    }
}
