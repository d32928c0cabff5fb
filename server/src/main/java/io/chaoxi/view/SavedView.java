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
 * @param sharing private, team (the owner's department and all below it) or public (the firm)
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
        Owner owner,
        boolean isDefault,
        List<UUID> defaultFor,
        boolean isRoleDefault,
        List<String> omitted,
        long version) {
    static final String PRIVATE = "private";
    static final String TEAM = "team";
    static final String PUBLIC = "public";
    static final String FILTER = "filter";
    static final String SORT = "sort";
    static final String GROUP = "group";
    static final String OVER = "over";
    static final String COLUMNS = "columns";

    /** A column of the table; without a width it takes what it needs, in pixels otherwise. */
    public record Column(String field, @Nullable Integer width, boolean frozen) {}

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
                named,
                isDefault,
                defaultFor,
                isRoleDefault,
                omitted,
                version);
    }

    SavedView defaultFor(List<UUID> roles, boolean forReader) {
        return new SavedView(
                id, name, layout, filter, sort, group, over, columns, density, sharing, owner, isDefault, roles,
                forReader, omitted, version);
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
                owner,
                isDefault,
                defaultFor,
                isRoleDefault,
                parts,
                version);
    }

    boolean isPublic() {
        return PUBLIC.equals(sharing);
    }
}
