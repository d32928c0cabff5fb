package io.chaoxi.platform.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.reference.Match;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes readers of cells for a chunk of rows: what the rows name is looked up for all of them at once. */
@Component
public class CellReaders {
    private final TextValues texts;
    private final Choices choices;
    private final NamedRecords named;
    private final Cache<List<String>, Match> matches =
            Caffeine.newBuilder().maximumSize(20_000).build();

    CellReaders(TextValues texts, Choices choices, NamedRecords named) {
        this.texts = texts;
        this.choices = choices;
        this.named = named;
    }

    /**
     * What a field names.
     *
     * @param toWrite a row becomes part of what it names, so that this must be the acting person's to change
     */
    record Named(String object, boolean toWrite) {
        static Named by(Catalogue catalogue, Field field) {
            return new Named(String.valueOf(field.object()), catalogue.type().isParent(field));
        }
    }

    /** A reader for these rows, each field → its cells. */
    public CellReader over(Catalogue catalogue, Collection<Map<Field, List<String>>> rows, NewTags newTags) {
        Map<Named, Set<String>> wanted = new HashMap<>();
        for (var row : rows) {
            row.forEach((field, cells) -> {
                if (!field.type().isReference() || field.object() == null) return;
                cells.stream()
                        .map(CellText::clean)
                        .filter(text -> !text.isEmpty())
                        .forEach(text -> wanted.computeIfAbsent(Named.by(catalogue, field), any -> new HashSet<>())
                                .add(text));
            });
        }
        var names = new HashMap<Named, Map<String, Set<UUID>>>();
        wanted.forEach((what, some) -> names.put(what, named.find(what.object(), some, what.toWrite())));
        return new CellReader(catalogue, texts, choices, names, matches, newTags);
    }
}
