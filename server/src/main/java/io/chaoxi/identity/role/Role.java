package io.chaoxi.identity.role;

import java.util.Locale;
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

    /** Its name; that of a standard role, unless the firm renamed it, in the reader's language. */
    public String label(Locale locale) {
        return StandardRole.of(code)
                .map(StandardRole::label)
                .filter(label -> label.zh().equals(name))
                .map(label -> label.in(locale))
                .orElse(name);
    }

    public boolean isAdministrator() {
        return code.equals(StandardRole.ADMINISTRATOR.code());
    }
}
