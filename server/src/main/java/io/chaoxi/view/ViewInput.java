package io.chaoxi.view;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a view out of a request. The name is kept as it was written, whatever it looks like; pages show it as text. */
final class ViewInput {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FILTER = 4_000;
    private static final int LONGEST_SORT = 300;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_READERS = 50;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 2_000;
    private static final List<String> LAYOUTS = List.of("table", "cards", LayoutFields.KANBAN, "calendar");

    private static final List<String> SHARINGS =
            List.of(SavedView.PRIVATE, SavedView.TEAM, SavedView.CHOSEN, SavedView.PUBLIC);

    /** A view as it is written; in a change, what is absent stays. */
    record Body(
            @Nullable String name,
            @Nullable String layout,
            @Nullable String filter,
            @Nullable String sort,
            @Nullable String group,
            @Nullable String over,
            @Nullable List<SavedView.Column> columns,
            @Nullable String density,
            @Nullable String sharing,
            @Nullable List<ReaderBody> readers,
            @Nullable Long version) {}

    /** {@code object}: person, department or role. */
    record ReaderBody(String object, UUID id) {}

    private ViewInput() {}

    static SavedView read(JsonNode body, SavedView now) {
        Input input = Input.of(body, Body.class);
        String sharing = input.word("sharing", SHARINGS, now.sharing());
        var readers = input.has("readers") ? readers(input) : now.readers();
        boolean chosen = SavedView.CHOSEN.equals(sharing);
        boolean asked = input.has("readers") || !now.isChosen();
        if (chosen && asked && readers.isEmpty()) input.refuse("readers", "notEmpty");
        var view = new SavedView(
                now.id(),
                input.text("name", LONGEST_NAME, now.name()),
                input.word("layout", LAYOUTS, now.layout()),
                orEmpty(input.optional("filter", LONGEST_FILTER, now.filter())),
                orEmpty(input.optional("sort", LONGEST_SORT, now.sort())),
                orEmpty(input.optional("group", LONGEST_NAME, now.group())),
                orEmpty(input.optional("over", LONGEST_NAME, now.over())),
                input.has("columns") ? columns(input) : now.columns(),
                density(input, now),
                sharing,
                chosen ? readers : List.of(),
                now.owner(),
                now.isDefault(),
                now.defaultFor(),
                now.isRoleDefault(),
                List.of(),
                now.version());
        input.check();
        return view;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String density(Input input, SavedView now) {
        if (!input.has("density")) return now.density();
        return input.isNothing("density") ? null : input.word("density", List.of("loose", "normal", "tight"), "");
    }

    private static List<SavedView.Reader> readers(Input input) {
        var readers = new LinkedHashSet<SavedView.Reader>();
        for (JsonNode node : input.list("readers", MOST_READERS)) {
            Input part = Input.of(node, ReaderBody.class);
            String object = part.word("object", SavedView.READERS, "");
            UUID id = Ids.read(part.text("id", LONGEST_NAME, "")).orElse(null);
            if (id == null) part.refuse("id", "unknownReference");
            else readers.add(new SavedView.Reader(object, id, null));
            input.refuse("readers", part);
        }
        return List.copyOf(readers);
    }

    private static List<SavedView.Column> columns(Input input) {
        var columns = new ArrayList<SavedView.Column>();
        var names = new HashSet<String>();
        for (JsonNode node : input.list("columns", MOST_COLUMNS)) {
            Input part = Input.of(node, SavedView.Column.class);
            String field = part.text("field", LONGEST_NAME, "");
            Integer width =
                    part.isNothing("width") ? null : (Integer) part.number("width", NARROWEST, WIDEST, NARROWEST);
            columns.add(new SavedView.Column(field, width, part.yesNo("frozen", false)));
            if (!names.add(field)) part.refuse("field", "columnTwice");
            input.refuse("columns", part);
        }
        return List.copyOf(columns);
    }
}
