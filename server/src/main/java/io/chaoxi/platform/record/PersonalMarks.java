package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.text.PhoneNumbers;
import io.chaoxi.platform.trace.Traced;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the records of a person, and from their past, by what else he would be known. */
@Component
class PersonalMarks {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAST = 10_000;
    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_NUMBER = 5;

    private final HistorySql history;

    PersonalMarks(HistorySql history) {
        this.history = history;
    }

    Traced of(Catalogue catalogue, List<Found> records) {
        var marks = new Marks(catalogue);
        for (Found record : records) {
            record.values().forEach(marks::add);
            for (var line : history.of(catalogue.type().object(), record.id(), null, PAST)) {
                if (line.getChanges() == null) continue;
                for (JsonNode change : JSON.readTree(line.getChanges().data())) marks.addPast(change);
            }
        }
        var ids = records.stream().map(Found::id).toList();
        return new Traced(catalogue.type().object(), ids, marks.names, marks.numbers, marks.texts, marks.around);
    }

    /** What was found so far. */
    private static final class Marks {
        private final Catalogue catalogue;
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> numbers = new LinkedHashSet<>();
        private final Set<String> texts = new LinkedHashSet<>();
        private final Set<UUID> around = new HashSet<>();

        Marks(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        void addPast(JsonNode change) {
            for (String side : List.of("from", "to")) {
                JsonNode value = change.path(side);
                if (value.isString()) add(change.path("field").asString(), value.stringValue());
            }
        }

        void add(String name, @Nullable Object value) {
            Field field = catalogue
                    .type()
                    .field(name)
                    .or(() -> catalogue.custom().stream()
                            .filter(own -> own.name().equals(name))
                            .findFirst())
                    .orElse(null);
            if (field == null) return;
            if (field.type() == FieldType.RECORD) {
                Ids.read(String.valueOf(value)).ifPresent(around::add);
                return;
            }
            if (value instanceof LocalDate day) texts.add(day.toString());
            if (!(value instanceof String text)) return;
            if (field.type().isText() || field.type() == FieldType.DATE) texts.add(text);
            if (name.equals(catalogue.type().title())) add(names, text, SHORTEST_NAME);
            if (field.type() == FieldType.PHONE) addPhone(text);
            boolean account = field.type().isText() && field.is(Field.Trait.SENSITIVE);
            if (account || field.type() == FieldType.EMAIL) add(numbers, text, SHORTEST_NUMBER);
        }

        /** As it is kept, as it is shown, with hyphens and with nothing between its digits. */
        private void addPhone(String phone) {
            String shown = PhoneNumbers.shown(phone);
            String digits = PhoneNumbers.national(phone).replaceAll("\\D", "");
            for (String written : List.of(phone, shown, shown.replace(' ', '-'), digits)) {
                add(numbers, written, SHORTEST_NUMBER);
            }
        }

        private static void add(Set<String> marks, String text, int shortest) {
            String mark = text.strip();
            if (mark.codePointCount(0, mark.length()) >= shortest) marks.add(mark);
        }
    }
}
