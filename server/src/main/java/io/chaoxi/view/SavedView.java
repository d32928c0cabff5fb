package io.chaoxi.view;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody arranged it.
 *
 * @param layout table, cards, kanban or calendar
 * @param filter RSQL, as it was written; relative words such as {@code @me} mean the reader
 * @param sort as in a list; empty for the object's own
 * @param columns from left to right; empty for the object's own
 * @param density loose, normal or tight; null for the reader's own
 * @param sharing private, team (the owner's department and all below it), chosen (the readers) or public (the firm)
 * @param readers whom a chosen view is shown to; for its owner alone
 * @param group the field that the rows are grouped by, in a kanban that of its columns; empty for none, or the kanban's own
 * @param over the field that tells the day in a calendar; empty for the calendar's own
 * @param isDefault the one who asks opens the object with it
 * @param defaultFor roles whose people open the object with it unless they chose another
 * @param isRoleDefault it is the default of a role that the one who asks has
 * @param omitted which of filter, sort, group, over and columns name a field that the reader has no more; left out for him
 */
public record SavedView(
        UUID id,
        String name,
        String layout,
        String filter,
        String sort,
        String group,
        String over,
        List<Column> columns,
        @Nullable String density,
        String sharing,
        List<Reader> readers,
        Owner owner,
        boolean isDefault,
        List<UUID> defaultFor,
        boolean isRoleDefault,
        List<String> omitted,
        long version) {
    static final String PRIVATE = "private";
    static final String TEAM = "team";
    static final String CHOSEN = "chosen";
    static final String PUBLIC = "public";
    static final List<String> READERS = List.of("person", "department", "role");
    static final String FILTER = "filter";
    static final String SORT = "sort";
    static final String GROUP = "group";
    static final String OVER = "over";
    static final String COLUMNS = "columns";

    /** A column of the table; without a width it takes what it needs, in pixels otherwise. */
    public record Column(String field, @Nullable Integer width, boolean frozen) {}

    /** A person, a department with all below it, or whoever has a role; {@code object} says which. */
    public record Reader(String object, UUID id, @Nullable String label) {}

    /** Who made the view; the name is null when the person is gone. */
    public record Owner(UUID id, @Nullable String label) {}

    SavedView named(@Nullable String ownersName) {
        var named = new Owner(owner.id(), ownersName);
        return new SavedView(
                id,
                name,
                layout,
                filter,
                sort,
                group,
                over,
                columns,
                density,
                sharing,
                readers,
                named,
                isDefault,
                defaultFor,
                isRoleDefault,
                omitted,
                version);
    }

    SavedView readBy(List<Reader> these) {
        return new SavedView(
                id,
                name,
                layout,
                filter,
                sort,
                group,
                over,
                columns,
                density,
                sharing,
                these,
                owner,
                isDefault,
                defaultFor,
                isRoleDefault,
                omitted,
                version);
    }

    SavedView defaultFor(List<UUID> roles, boolean forReader) {
        return new SavedView(
                id, name, layout, filter, sort, group, over, columns, density, sharing, readers, owner, isDefault,
                roles, forReader, omitted, version);
    }

    /** The same with less in it. */
    SavedView without(List<String> parts, List<Column> columnsLeft) {
        return new SavedView(
                id,
                name,
                layout,
                parts.contains(FILTER) ? "" : filter,
                parts.contains(SORT) ? "" : sort,
                parts.contains(GROUP) ? "" : group,
                parts.contains(OVER) ? "" : over,
                columnsLeft,
                density,
                sharing,
                readers,
                owner,
                isDefault,
                defaultFor,
                isRoleDefault,
                parts,
                version);
    }

    boolean isChosen() {
        return CHOSEN.equals(sharing);
    }

    boolean isPublic() {
        return PUBLIC.equals(sharing);
    }
}
