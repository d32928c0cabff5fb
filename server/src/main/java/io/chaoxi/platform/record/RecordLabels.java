package io.chaoxi.platform.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.FieldRight;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The titles of records that others refer to, as whoever asks may read them: masked where the title is, none for what he
 * may not see. People and departments are kept for two seconds, owned records are read for him.
 */
@Component
public class RecordLabels {
    private static final int MOST_KEPT = 20_000;

    private record Key(long tenant, String object) {}

    private final Catalogues catalogues;
    private final RecordSql sql;
    private final HeldFiles files;
    private final Cache<Key, Map<UUID, String>> kept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

    RecordLabels(Catalogues catalogues, RecordSql sql, HeldFiles files) {
        this.catalogues = catalogues;
        this.sql = sql;
        this.files = files;
    }

    /** What these values refer to. One statement for each object that is not kept, and one for all files. */
    Titles of(Collection<Field> fields, Collection<Map<String, @Nullable Object>> rows) {
        return new Titles(references(fields, rows), files.of(files(fields, rows)));
    }

    private static Set<UUID> files(Collection<Field> fields, Collection<Map<String, @Nullable Object>> rows) {
        var ids = new HashSet<UUID>();
        for (Field field : fields) {
            if (field.type() != FieldType.FILES) continue;
            for (var row : rows) ids.addAll(HeldFiles.ids(row.get(field.name())));
        }
        return ids;
    }

    private Map<UUID, String> references(Collection<Field> fields, Collection<Map<String, @Nullable Object>> rows) {
        Map<String, Set<UUID>> wanted = new LinkedHashMap<>();
        for (Field field : fields) {
            if (!field.type().isReference() || field.object() == null) continue;
            var ids = wanted.computeIfAbsent(field.object(), object -> new HashSet<>());
            for (var row : rows) {
                if (row.get(field.name()) instanceof UUID id) ids.add(id);
            }
        }
        var labels = new HashMap<UUID, String>();
        wanted.forEach((object, ids) -> labels.putAll(of(object, ids)));
        return labels;
    }

    /** In a transaction also for who has none: outside of it every firm is empty, and the emptiness would be kept. */
    @Transactional(readOnly = true)
    public Map<UUID, String> of(String object, Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        Catalogue catalogue = catalogues.of(object);
        RecordType type = catalogue.type();
        FieldRight right = catalogue.titleRight();
        if (right == FieldRight.HIDDEN) return Map.of();
        var titles = type.owned() ? read(catalogue, RecordScope.of(type, catalogue.actor()), ids) : keptOf(catalogue);
        return right.readable() ? titles : masked(type, titles, ids);
    }

    /** Forgets what was kept of an object, so that this node reads its own writes at once. */
    public void forget(String object) {
        kept.invalidate(new Key(Acting.current().tenant(), object));
    }

    private Map<UUID, String> keptOf(Catalogue catalogue) {
        Actor actor = catalogue.actor();
        Key key = new Key(actor.tenant(), catalogue.type().object());
        Map<UUID, String> found = kept.getIfPresent(key);
        if (found == null) {
            found = titles(
                    catalogue.type(),
                    sql.find(catalogue.type(), DSL.noCondition(), columns(catalogue.type()), MOST_KEPT));
            kept.put(key, found);
        }
        return found;
    }

    private Map<UUID, String> read(Catalogue catalogue, RecordScope scope, Collection<UUID> ids) {
        return titles(catalogue.type(), sql.find(catalogue.type(), scope, ids, columns(catalogue.type())));
    }

    private static List<org.jooq.Field<?>> columns(RecordType type) {
        return List.of(type.column("id"), type.column(titleColumn(type)));
    }

    private static Map<UUID, String> masked(RecordType type, Map<UUID, String> titles, Collection<UUID> ids) {
        Field title = type.field(type.title()).orElseThrow();
        var masked = new HashMap<UUID, String>();
        for (UUID id : ids) {
            String text = titles.get(id);
            if (text != null) masked.put(id, title.mask(text));
        }
        return masked;
    }

    private static String titleColumn(RecordType type) {
        return String.valueOf(type.field(type.title()).orElseThrow().column());
    }

    private static Map<UUID, String> titles(RecordType type, List<org.jooq.Record> rows) {
        var titles = new HashMap<UUID, String>();
        for (var row : rows) titles.put(row.get("id", UUID.class), row.get(titleColumn(type), String.class));
        return titles;
    }
}
