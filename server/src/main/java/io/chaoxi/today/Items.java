package io.chaoxi.today;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.OwnedRows;
import io.chaoxi.platform.record.OwnedRows.Owned;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.today.Act;
import io.chaoxi.platform.today.Day;
import io.chaoxi.platform.today.TodaySection;
import io.chaoxi.platform.today.TodaySection.Told;
import io.chaoxi.today.Declared.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a section as the page tells them: why each stands there and what can be done about it. */
@Component
class Items {
    private static final String GRADE = "grade";
    private static final String CUSTOMER = "customer";

    private final Labels labels;
    private final Choices choices;

    Items(Labels labels, Choices choices) {
        this.labels = labels;
        this.choices = choices;
    }

    static List<String> fields(Part<TodaySection> part) {
        var fields = new ArrayList<>(part.what().shown());
        fields.add(part.asked().catalogue().type().title());
        if (part.what().due() != null) fields.add(part.what().due());
        return fields;
    }

    /** In the order of the list; of those that are due at the same time the better customers come first. */
    List<Item> of(Part<TodaySection> part, List<Owned> rows, int before, Day day) {
        var acts = acts(part.asked().catalogue(), part.what().acts());
        var items = new ArrayList<Item>();
        for (Owned row : ordered(part.what().due(), rows)) {
            items.add(item(part, row, new Place(before + items.size() + 1, day, acts)));
        }
        return items;
    }

    private record Place(int rank, Day day, List<String> acts) {}

    private List<Owned> ordered(@Nullable String due, List<Owned> rows) {
        if (due == null) return rows;
        var grades = List.copyOf(choices.items(GRADE).keySet());
        var byGrade = Comparator.comparingInt(
                (Owned row) -> place(grades, row.found().values().get(GRADE)));
        var days = rows.stream()
                .map(row -> row.found().values().get(due))
                .distinct()
                .toList();
        var byDay = Comparator.comparingInt(
                (Owned row) -> days.indexOf(row.found().values().get(due)));
        return rows.stream().sorted(byDay.thenComparing(byGrade)).toList();
    }

    private static int place(List<String> grades, @Nullable Object grade) {
        int place = grades.indexOf(String.valueOf(grade));
        return place < 0 ? grades.size() : place;
    }

    private Item item(Part<TodaySection> part, Owned row, Place place) {
        var section = part.what();
        var type = part.asked().catalogue().type();
        var found = row.found();
        var subject = new Item.Subject(
                section.object(), found.id(), (String) row.shown().get(type.title()), found.version());
        Object due = section.due() == null ? null : found.values().get(section.due());
        return new Item(
                place.rank(),
                subject,
                section.shown().contains(CUSTOMER) ? row.shown().get(CUSTOMER) : null,
                reason(section, new Told(found.values(), place.day())),
                Objects.toString(due, null),
                shown(section, row),
                place.acts());
    }

    private static Map<String, @Nullable Object> shown(TodaySection section, Owned row) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (String field : section.shown()) {
            if (row.shown().containsKey(field) && !field.equals(CUSTOMER))
                shown.put(field, row.shown().get(field));
        }
        return shown;
    }

    private Item.Reason reason(TodaySection section, Told told) {
        var why = section.reason().of(told);
        String text = labels.of("today", "why." + why.key()).in(Acting.current().locale(), why.arguments());
        return new Item.Reason(why.key(), why.arguments(), text);
    }

    private static List<String> acts(Catalogue catalogue, List<Act> acts) {
        return acts.stream()
                .filter(act -> OwnedRows.may(catalogue, act.permission(), act.field()))
                .map(Act::verb)
                .toList();
    }
}
