package io.chaoxi.customer.mention;

import io.chaoxi.customer.mention.MentionSql.Names;
import io.chaoxi.customer.mention.Passages.Place;
import io.chaoxi.customer.mention.Passages.Start;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.FieldRight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which other customers and contacts a text to or about one of them names, so that nobody tells the one about the other by
 * mistake. Only those in the reach of the acting person are told, and only by what he may read or ask for; the record, its
 * customer and that one's contacts are no others. For comments now, for whatever sends texts later.
 */
@Service
public class OthersNamed {
    private static final int MOST = 10;
    private static final int SHORTEST = 2;
    private static final Map<String, List<String>> FOLLOWING = Map.of(
            "customer", List.of("公司", "集团", "厂", "店", "总部"),
            "contact", List.of("先生", "女士", "小姐", "总", "经理", "主任", "老师", "工程师", "师傅", "主管", "处长", "科长", "院长"));

    private final Catalogues catalogues;
    private final RecordFinding finding;
    private final RecordLabels labels;
    private final MentionSql sql;

    OthersNamed(Catalogues catalogues, RecordFinding finding, RecordLabels labels, MentionSql sql) {
        this.catalogues = catalogues;
        this.finding = finding;
        this.labels = labels;
        this.sql = sql;
    }

    /** A record that is named in words; of a contact with whose it is, as far as that is in reach. */
    public record Named(
            String object,
            UUID id,
            String label,
            @Nullable UUID customer,
            @Nullable String customerLabel,
            String by) {}

    /** Those named first by the longest words; {@code more} when there are others. */
    public record Found(List<Named> others, boolean more) {}

    /** 404 for a record that is not in reach, or neither a customer nor a contact. */
    @Transactional(readOnly = true)
    public Found in(String object, UUID record, String text) {
        if (!FOLLOWING.containsKey(object)) throw Refusal.notFound();
        var found = finding.find(catalogues.of(object), record);
        UUID customer =
                object.equals("customer") ? record : (UUID) found.values().get("customer");
        var own = sql.own(Objects.requireNonNull(customer));
        var holders = new ArrayList<Holder>();
        if (!text.isBlank()) {
            holders.addAll(byName(Passages.of(text), own.names()));
            var numbers = Numbers.of(text).without(own.numbers());
            for (String one : FOLLOWING.keySet()) {
                if (opensNumbers(catalogues.of(one)))
                    holders.addAll(sql.numbered(one, numbers.phones(), numbers.emails()));
            }
        }
        holders.removeIf(holder -> customer.equals(holder.customer()) || customer.equals(holder.id()));
        return told(holders);
    }

    /** Finding somebody by a number tells that he has it: only for whoever may read such numbers, or ask for them. */
    private static boolean opensNumbers(Catalogue catalogue) {
        return catalogue.type().fields().stream()
                .filter(field -> field.type() == FieldType.PHONE || field.type() == FieldType.EMAIL)
                .map(catalogue::right)
                .allMatch(right -> right.readable()
                        || right == FieldRight.MASKED
                                && catalogue.actor().may(catalogue.type().object() + ".reveal"));
    }

    private List<Holder> byName(Passages passages, Collection<String> own) {
        var ownPlaces = passages.places(own);
        var places = new HashMap<Names, Map<String, List<Place>>>();
        for (Names names : Names.values()) {
            var catalogue = catalogues.of(names.object);
            boolean open = catalogue.titleRight().readable()
                    && catalogue
                            .right(catalogue.type().field(names.field).orElseThrow())
                            .readable();
            if (open) places.put(names, meant(names, passages));
        }
        var all = places.values().stream()
                .flatMap(found -> found.values().stream())
                .flatMap(Collection::stream)
                .toList();
        var holders = new ArrayList<Holder>();
        places.forEach((names, found) -> {
            var outermost = found.entrySet().stream()
                    .filter(entry -> entry.getValue().stream()
                            .filter(place -> ownPlaces.stream().noneMatch(place::within))
                            .anyMatch(place ->
                                    all.stream().noneMatch(other -> !other.equals(place) && place.within(other))))
                    .map(Map.Entry::getKey)
                    .toList();
            holders.addAll(uncommon(sql.bearing(names, outermost)));
        });
        return holders;
    }

    private static List<Holder> uncommon(List<Holder> bearing) {
        var byName = bearing.stream().collect(Collectors.groupingBy(Holder::mark));
        return byName.values().stream()
                .filter(same -> same.size() <= MentionSql.MOST_OF_A_NAME)
                .flatMap(List::stream)
                .toList();
    }

    /** The names that stand in the text, where they surely are meant. */
    private Map<String, List<Place>> meant(Names names, Passages passages) {
        var starts = passages.starts().stream().collect(Collectors.groupingBy(Start::rest));
        var asked = new HashMap<String, Collection<String>>();
        starts.keySet().forEach(rest -> asked.put(rest, List.of(rest)));
        var found = new LinkedHashMap<String, List<Place>>();
        while (!asked.isEmpty()) {
            var nearest = sql.nearest(names, asked.keySet());
            var next = new HashMap<String, Collection<String>>();
            for (var one : nearest) {
                var rests = Objects.requireNonNull(asked.get(one.passage()));
                if (!one.passage().startsWith(one.name())) {
                    String common = common(one.passage(), one.name());
                    if (common.length() < SHORTEST) continue;
                    next.merge(common, rests, OthersNamed::joined);
                    continue;
                }
                int length = one.name().codePointCount(0, one.name().length());
                rests.stream()
                        .flatMap(rest -> Objects.requireNonNull(starts.get(rest)).stream())
                        .map(start -> new Place(start.at(), length))
                        .filter(place -> passages.means(place, Objects.requireNonNull(FOLLOWING.get(names.object))))
                        .forEach(place -> found.computeIfAbsent(one.name(), name -> new ArrayList<>())
                                .add(place));
            }
            asked.clear();
            asked.putAll(next);
        }
        return found;
    }

    private static Collection<String> joined(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) length++;
        if (length > 0 && Character.isHighSurrogate(one.charAt(length - 1))) length--;
        return one.substring(0, length);
    }

    private Found told(List<Holder> holders) {
        var first = new LinkedHashMap<UUID, Holder>();
        holders.stream()
                .sorted(Comparator.comparingInt(holder -> -holder.mark().length()))
                .forEach(holder -> first.putIfAbsent(holder.id(), holder));
        var titles = new HashMap<UUID, String>();
        for (String object : FOLLOWING.keySet()) titles.putAll(labels.of(object, ids(first.values(), object)));
        var customers = labels.of(
                "customer",
                first.values().stream()
                        .map(Holder::customer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var told = first.values().stream()
                .filter(holder -> titles.containsKey(holder.id()))
                .map(holder -> named(holder, titles, customers))
                .toList();
        return new Found(told.subList(0, Math.min(told.size(), MOST)), told.size() > MOST);
    }

    private static List<UUID> ids(Collection<Holder> holders, String object) {
        return holders.stream()
                .filter(holder -> holder.object().equals(object))
                .map(Holder::id)
                .toList();
    }

    private static Named named(Holder holder, Map<UUID, String> titles, Map<UUID, String> customers) {
        UUID customer =
                holder.customer() != null && customers.containsKey(holder.customer()) ? holder.customer() : null;
        return new Named(
                holder.object(),
                holder.id(),
                Objects.requireNonNull(titles.get(holder.id())),
                customer,
                customer == null ? null : customers.get(customer),
                holder.by());
    }
}
