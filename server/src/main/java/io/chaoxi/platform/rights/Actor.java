package io.chaoxi.platform.rights;

import io.chaoxi.platform.problem.Refusal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which firm, and what he may. Made anew from the database at most two seconds before it is used, so that
 * a right taken away is gone within five seconds everywhere.
 *
 * @param departments the own department first, then all below it; empty without a department
 * @param permissions {@code <object>.<action>} and the single ones; already narrowed by the scopes of an API token
 * @param scopes per object, the widest of all roles; an object without an entry is out of reach
 * @param fields per object and field where a role says otherwise than the field's default
 * @param shares what was shared with him beyond the scopes; it grants no action that his roles lack
 * @param currency the firm's, ISO 4217; XXX, no currency, where the program itself acts
 * @param ticket the session or token through which he acts; null for the program and for what is sent to him
 */
public record Actor(
        long tenant,
        UUID person,
        String name,
        @Nullable UUID department,
        List<UUID> departments,
        Set<String> permissions,
        Map<String, DataScope> scopes,
        Map<String, Map<String, FieldRight>> fields,
        Shares shares,
        Locale locale,
        ZoneId zone,
        String currency,
        boolean everything,
        Presence.@Nullable Ticket ticket) {

    private static final UUID PROGRAM = new UUID(0, 0);

    /** The program itself at work for a firm: set-up, sample data. Every right, no person. */
    public static Actor system(long tenant, ZoneId zone) {
        return new Actor(
                tenant,
                PROGRAM,
                "system",
                null,
                List.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                Shares.NONE,
                Locale.CHINESE,
                zone,
                "XXX",
                true,
                null);
    }

    /** The same one, answered in another language. */
    public Actor in(Locale language) {
        return new Actor(
                tenant,
                person,
                name,
                department,
                departments,
                permissions,
                scopes,
                fields,
                shares,
                language,
                zone,
                currency,
                everything,
                ticket);
    }

    /** The same person with these rights, through that session or token. */
    public Actor with(
            boolean all,
            Set<String> allowed,
            Map<String, DataScope> reach,
            Map<String, Map<String, FieldRight>> fieldRights,
            Presence.@Nullable Ticket through) {
        return new Actor(
                tenant,
                person,
                name,
                department,
                departments,
                allowed,
                reach,
                fieldRights,
                shares,
                locale,
                zone,
                currency,
                all,
                through);
    }

    /** Whether what bears this person's id was done by the program itself. */
    public static boolean isProgram(@Nullable UUID person) {
        return PROGRAM.equals(person);
    }

    /** The name under which a person's doings are shown, the program's own too; null when it is not among these. */
    public static @Nullable String name(@Nullable UUID person, Map<UUID, String> names) {
        return isProgram(person) ? "潮汐" : names.get(person);
    }

    /** Whether the program itself acts and nobody is to own what it makes. */
    public boolean program() {
        return isProgram(person);
    }

    public boolean may(String permission) {
        return everything || permissions.contains(permission);
    }

    /** Refuses with 403 naming the missing permission. */
    public void require(String permission) {
        if (!may(permission)) throw Refusal.forbidden(permission);
    }

    public DataScope scope(String object) {
        return everything ? DataScope.ALL : scopes.getOrDefault(object, DataScope.SELF);
    }

    public FieldRight field(String object, String field, boolean sensitive) {
        if (everything) return FieldRight.WRITE;
        FieldRight said = fields.getOrDefault(object, Map.of()).get(field);
        if (said != null) return said;
        return sensitive ? FieldRight.MASKED : FieldRight.WRITE;
    }
}
