package io.chaoxi.favourite;

import io.chaoxi.favourite.FavouriteSql.Kept;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.record.Successors;
import io.chaoxi.platform.rights.Acting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the acting person keeps at hand. A record that he may no longer see is left out without a word and is back when he
 * may; one that was merged away is shown as what it became.
 */
@Service
public class Favourites {
    private static final int MOST = 100;

    private final FavouriteSql sql;
    private final Catalogues catalogues;
    private final RecordReading reading;
    private final RecordFinding finding;
    private final Successors successors;

    Favourites(
            FavouriteSql sql,
            Catalogues catalogues,
            RecordReading reading,
            RecordFinding finding,
            Successors successors) {
        this.sql = sql;
        this.catalogues = catalogues;
        this.reading = reading;
        this.finding = finding;
        this.successors = successors;
    }

    /** Newest first, each record once. */
    @Transactional(readOnly = true)
    public List<Favourite> all() {
        return shown(sql.of(Acting.current())).values().stream().distinct().toList();
    }

    /** What stands for each of them in the person's eyes; those out of his sight are left out. */
    private Map<Kept, Favourite> shown(List<Kept> kept) {
        Map<Kept, Favourite> found = new HashMap<>();
        for (RecordType type : catalogues.types()) {
            var records = kept.stream()
                    .filter(one -> one.object().equals(type.object()))
                    .map(Kept::record)
                    .toList();
            if (!records.isEmpty()) find(catalogues.of(type), records, found);
        }
        var ordered = new LinkedHashMap<Kept, Favourite>();
        kept.stream().filter(found::containsKey).forEach(one -> ordered.put(one, found.get(one)));
        return ordered;
    }

    private void find(Catalogue catalogue, Collection<UUID> records, Map<Kept, Favourite> found) {
        String object = catalogue.type().object();
        if (!catalogue.actor().may(object + ".read") || !catalogue.titleRight().readable()) return;
        Map<UUID, UUID> latest = successors.latest(object, records);
        Map<UUID, String> titles = titles(catalogue, Set.copyOf(latest.values()));
        latest.forEach((record, now) -> {
            String title = titles.get(now);
            if (title != null) found.put(new Kept(object, record), new Favourite(object, now, title));
        });
    }

    private Map<UUID, String> titles(Catalogue catalogue, Set<UUID> records) {
        String title = catalogue.type().title();
        var query = new RecordQuery("", "", "", List.of(title), MOST, null, false, records);
        Map<UUID, String> titles = new HashMap<>();
        for (var row : reading.list(catalogue, query).items()) {
            titles.put(UUID.fromString(String.valueOf(row.get("id"))), String.valueOf(row.get(title)));
        }
        return titles;
    }

    /** Keeps a record; one that is kept stays where it is. What is out of sight makes room where a hundred are kept. */
    @Transactional
    public void add(String object, UUID record) {
        finding.find(catalogues.of(object), record);
        var actor = Acting.current();
        var kept = sql.of(actor);
        var added = new Kept(object, record);
        if (kept.contains(added)) return;
        if (kept.size() >= MOST) {
            var seen = shown(kept);
            if (seen.size() >= MOST) throw Refusal.of(422, "tooManyFavourites", Map.of("max", MOST));
            sql.remove(
                    actor, kept.stream().filter(one -> !seen.containsKey(one)).toList());
        }
        sql.add(actor, added);
    }

    /** Keeps it no longer, whichever of those that became it was kept. */
    @Transactional
    public void remove(String object, UUID record) {
        var actor = catalogues.of(object).actor();
        actor.require(object + ".read");
        var kept = sql.of(actor).stream()
                .filter(one -> one.object().equals(object))
                .toList();
        var latest = successors.latest(object, kept.stream().map(Kept::record).toList());
        var gone = kept.stream()
                .filter(one -> one.record().equals(record) || record.equals(latest.get(one.record())))
                .toList();
        if (gone.isEmpty()) throw Refusal.notFound();
        sql.remove(actor, gone);
    }
}
