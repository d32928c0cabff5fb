package io.chaoxi.view;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.FieldType;
import java.util.Set;

/** Which fields can carry a layout: what a kanban makes columns of, and what tells a calendar the day. */
final class LayoutFields {
    static final String KANBAN = "kanban";

    private static final Set<FieldType> COLUMNS =
            Set.of(FieldType.CHOICE, FieldType.YES_NO, FieldType.PERSON, FieldType.DEPARTMENT);
    private static final Set<FieldType> DAYS = Set.of(FieldType.DATE, FieldType.DATE_TIME);

    private LayoutFields() {}

    /** Regions and industries group a table; a kanban would move a record into a whole province. */
    static void checkGroup(Catalogue catalogue, SavedView view) {
        if (!KANBAN.equals(view.layout()) || view.group().isEmpty()) return;
        if (!carries(catalogue, view.group(), COLUMNS)) throw Refusal.field(SavedView.GROUP, "noKanbanField");
    }

    static void checkOver(Catalogue catalogue, SavedView view) {
        if (view.over().isEmpty()) return;
        if (!carries(catalogue, view.over(), DAYS)) throw Refusal.field(SavedView.OVER, "noCalendarField");
    }

    private static boolean carries(Catalogue catalogue, String name, Set<FieldType> types) {
        return catalogue
                .visible(name)
                .filter(field -> catalogue.right(field).readable())
                .filter(field -> types.contains(field.type()))
                .isPresent();
    }
}
