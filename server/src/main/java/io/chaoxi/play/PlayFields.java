package io.chaoxi.play;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What plays can depend on: fields with one choice, or yes and no. */
@Component
class PlayFields {
    private static final Set<String> YES_NO = Set.of("true", "false");

    private final Choices choices;

    PlayFields(Choices choices) {
        this.choices = choices;
    }

    /** Whether the acting person reads every field that the play depends on, and each still has the value. */
    boolean holds(Catalogue catalogue, Play play) {
        return play.where().entrySet().stream()
                .allMatch(condition -> field(catalogue, condition.getKey())
                        .filter(field -> isValue(field, condition.getValue()))
                        .isPresent());
    }

    /** Whether it depends on a field that is there but not for the acting person. */
    boolean hidden(Catalogue catalogue, Play play) {
        return catalogue.all().stream()
                .map(Field::name)
                .filter(play.where()::containsKey)
                .anyMatch(name -> field(catalogue, name).isEmpty());
    }

    /** The field of this name that one reads and a play can depend on. */
    Optional<Field> field(Catalogue catalogue, String name) {
        return catalogue
                .visible(name)
                .filter(field -> catalogue.right(field).readable())
                .filter(field -> field.type() == FieldType.CHOICE || field.type() == FieldType.YES_NO);
    }

    boolean isValue(Field field, String value) {
        return field.type() == FieldType.YES_NO
                ? YES_NO.contains(value)
                : items(field).containsKey(value);
    }

    /** Whether the value is the one wanted or stands below it. */
    boolean matches(Field field, @Nullable Object value, String wanted) {
        if (value == null) return false;
        String chosen = value.toString();
        if (field.type() == FieldType.YES_NO) return wanted.equals(chosen);
        ChoiceItem item = items(field).get(chosen);
        return wanted.equals(chosen) || item != null && wanted.equals(item.parent());
    }

    private Map<String, ChoiceItem> items(Field field) {
        return field.dictionary() == null
                ? field.options().stream().collect(Collectors.toMap(ChoiceItem::id, Function.identity()))
                : choices.items(field.dictionary());
    }
}
