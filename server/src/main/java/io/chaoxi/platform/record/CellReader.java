package io.chaoxi.platform.record;

import com.github.benmanes.caffeine.cache.Cache;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.reference.Match;
import io.chaoxi.platform.reference.Regions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people write in the cells of a sheet: labels or ids for choices, names for references, places and industries
 * in words, dates and amounts as they are written. What it yields passes the same rules as everywhere else.
 */
public final class CellReader {
    private final Catalogue catalogue;
    private final TextValues texts;
    private final Choices choices;
    private final Map<CellReaders.Named, Map<String, Set<UUID>>> names;
    private final NewTags newTags;
    private final Map<String, Map<String, Set<String>>> labels = new HashMap<>();
    private final Cache<List<String>, Match> matches;
    private @Nullable Map<String, UUID> tags;

    CellReader(
            Catalogue catalogue,
            TextValues texts,
            Choices choices,
            Map<CellReaders.Named, Map<String, Set<UUID>>> names,
            Cache<List<String>, Match> matches,
            NewTags newTags) {
        this.matches = matches;
        this.catalogue = catalogue;
        this.texts = texts;
        this.choices = choices;
        this.names = names;
        this.newTags = newTags;
    }

    /** The values of a row, empty cells left out, and everything that was wrong with it. */
    public record Row(Map<String, @Nullable Object> values, List<FieldError> errors) {}

    public Row read(Map<Field, List<String>> cells) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        List<FieldError> errors = new ArrayList<>();
        cells.forEach((field, parts) -> {
            List<String> filled = parts.stream()
                    .map(CellText::clean)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (filled.isEmpty()) return;
            try {
                if (catalogue.showsOnlyMaskOf(field, filled.getFirst())) throw new ValueRefused("maskedValue");
                Object value = value(field, filled);
                if (!permitted(field, value)) errors.add(new FieldError(field.name(), "fieldNotWritable"));
                else if (value != null) values.put(field.name(), value);
            } catch (ValueRefused refused) {
                errors.add(new FieldError(field.name(), refused.code(), refused.arguments()));
            }
        });
        return new Row(values, errors);
    }

    /** Everybody may name himself as the owner of what he makes. */
    private boolean permitted(Field field, @Nullable Object value) {
        return catalogue.writable(field)
                || "owner".equals(field.name()) && catalogue.actor().person().equals(value);
    }

    private @Nullable Object value(Field field, List<String> parts) {
        return switch (field.type()) {
            case TEXT, SEQUENCE -> texts.read(field, CellText.oneLine(String.join(" ", parts)));
            case LONG_TEXT -> texts.read(field, String.join("\n", parts));
            case PHONE, EMAIL, LINK -> texts.read(field, parts.getFirst());
            case NUMBER, PERCENT -> texts.number(field, CellText.number(parts.getFirst()));
            case MONEY -> money(field, parts.getFirst());
            case DATE -> CellText.date(parts.getFirst());
            case DATE_TIME ->
                CellText.moment(parts.getFirst(), catalogue.actor().zone());
            case YES_NO -> CellText.yesNo(parts.getFirst());
            case CHOICE -> choice(field, parts.getFirst());
            case CHOICES ->
                CellText.items(parts).stream()
                        .map(item -> choice(field, item))
                        .distinct()
                        .toList();
            case TAGS -> tags(CellText.items(parts));
            case REGION -> CodedTexts.regionOf(matched(parts, true));
            case INDUSTRY -> CodedTexts.industryOf(matched(parts, false));
            case PERSON, DEPARTMENT, RECORD -> reference(field, parts.getFirst());
            case FILES, FORMULA -> throw new ValueRefused("fieldNotWritable");
        };
    }

    private Money money(Field field, String text) {
        var amount = CellText.amount(text, catalogue.actor().currency());
        return texts.money(field, amount.number().toPlainString(), amount.currency());
    }

    private Match matched(List<String> parts, boolean region) {
        var key = new ArrayList<>(parts);
        key.add(region ? "region" : "industry");
        return matches.get(
                key, any -> region ? Regions.match(parts) : CodedTexts.namedIndustry(String.join(" ", parts)));
    }

    private String choice(Field field, String text) {
        var options = texts.options(field);
        if (options.containsKey(text)) return texts.choice(field, text, true);
        var meant =
                labels.computeIfAbsent(field.name(), name -> byLabel(options)).get(CellText.folded(text));
        if (meant == null) throw new ValueRefused("unknownChoice", Map.of("value", text));
        if (meant.size() > 1) throw new ValueRefused("ambiguousChoice", Map.of("value", text));
        return texts.choice(field, meant.iterator().next(), true);
    }

    private static Map<String, Set<String>> byLabel(Map<String, ChoiceItem> options) {
        var byLabel = new HashMap<String, Set<String>>();
        for (ChoiceItem item : options.values()) {
            for (String label : List.of(item.label().zh(), item.label().en())) {
                byLabel.computeIfAbsent(CellText.folded(label), any -> new java.util.LinkedHashSet<>())
                        .add(item.id());
            }
        }
        return byLabel;
    }

    private @Nullable List<Object> tags(List<String> items) {
        List<Object> found = new ArrayList<>();
        for (String item : items) {
            UUID tag = tagsByName().get(item.toLowerCase(Locale.ROOT));
            if (tag == null) tag = newTag(item);
            if (tag != null && !found.contains(tag)) found.add(tag);
        }
        return found.isEmpty() ? null : List.copyOf(found);
    }

    private Map<String, UUID> tagsByName() {
        if (tags == null) {
            var byName = new HashMap<String, UUID>();
            choices.tags().forEach((id, item) -> {
                byName.put(item.label().zh().toLowerCase(Locale.ROOT), id);
                byName.put(id.toString(), id);
            });
            tags = byName;
        }
        return tags;
    }

    private @Nullable UUID newTag(String name) {
        if (newTags == NewTags.REFUSED || !catalogue.actor().may("tag.manage"))
            throw new ValueRefused("unknownTag", Map.of("value", name));
        if (name.length() > 30) throw new ValueRefused("tooLong", Map.of("max", 30));
        if (newTags == NewTags.FORESEEN) return null;
        UUID made = choices.tagNamed(name);
        tagsByName().put(name.toLowerCase(Locale.ROOT), made);
        return made;
    }

    private UUID reference(Field field, String text) {
        var found = names.getOrDefault(CellReaders.Named.by(catalogue, field), Map.of())
                .getOrDefault(text, Set.of());
        if (found.isEmpty()) throw new ValueRefused("unknownReference");
        if (found.size() > 1) throw new ValueRefused("ambiguousReference");
        return found.iterator().next();
    }
}
