package io.chaoxi.webform;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.ChoiceItem;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.webform.WebForm.Asked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which fields of leads a stranger may fill in: who he is, how he is reached, what he needs, and the firm's own fields of
 * plain types. Never whose the lead is, what it is worth, or what became of it.
 */
@Component
class AskedFields {
    /** By one of these he can be answered. */
    static final Set<String> REACH = Set.of("phone", "telephone", "email", "wechat");

    private static final Set<String> OWN = Set.of(
            "name",
            "contactName",
            "jobTitle",
            "phone",
            "telephone",
            "email",
            "wechat",
            "region",
            "address",
            "website",
            "need");
    private static final Set<FieldType> PLAIN = Set.of(
            FieldType.TEXT,
            FieldType.LONG_TEXT,
            FieldType.PHONE,
            FieldType.EMAIL,
            FieldType.LINK,
            FieldType.NUMBER,
            FieldType.PERCENT,
            FieldType.DATE,
            FieldType.YES_NO,
            FieldType.CHOICE,
            FieldType.CHOICES,
            FieldType.REGION);

    private final Choices choices;

    AskedFields(Choices choices) {
        this.choices = choices;
    }

    /** A field that is asked, as it stands on the page. */
    record Question(Field field, boolean required) {}

    static boolean askable(Field field) {
        boolean fillable = !field.is(Field.Trait.READ_ONLY) && PLAIN.contains(field.type());
        return fillable && (field.custom() || OWN.contains(field.name()));
    }

    /** What the acting person may put on a form. */
    List<Field> all(Catalogue leads) {
        return leads.visible().stream()
                .filter(AskedFields::askable)
                .filter(leads::writable)
                .toList();
    }

    /** The chosen ones that are still there, and behind them those without which the firm takes no lead. */
    List<Question> questions(Catalogue leads, List<Asked> chosen) {
        var questions = new ArrayList<Question>();
        for (Asked asked : chosen) {
            leads.visible(asked.name())
                    .filter(AskedFields::askable)
                    .ifPresent(field -> questions.add(new Question(field, asked.required() || demanded(field))));
        }
        leads.custom().stream()
                .filter(field -> demanded(field) && askable(field))
                .filter(field -> chosen.stream().noneMatch(asked -> asked.name().equals(field.name())))
                .forEach(field -> questions.add(new Question(field, true)));
        return withName(questions);
    }

    /** The firm takes no lead without it. */
    private static boolean demanded(Field field) {
        return field.custom() && field.is(Field.Trait.REQUIRED);
    }

    /** A lead has a name: the company's, or else the person's, who then must give his. */
    private static List<Question> withName(List<Question> questions) {
        String naming = questions.stream().anyMatch(one -> one.field().name().equals("name") && one.required())
                ? "name"
                : "contactName";
        return questions.stream()
                .map(one -> one.field().name().equals(naming) ? new Question(one.field(), true) : one)
                .toList();
    }

    /** What can be chosen today. */
    List<ChoiceItem> options(Field field) {
        String dictionary = field.dictionary();
        Collection<ChoiceItem> all =
                dictionary == null ? field.options() : choices.items(dictionary).values();
        return all.stream().filter(item -> !item.disabled()).toList();
    }

    /** The item, unless it is gone or chosen no more. */
    Optional<ChoiceItem> source(String id) {
        return Optional.ofNullable(choices.items("source").get(id)).filter(item -> !item.disabled());
    }
}
