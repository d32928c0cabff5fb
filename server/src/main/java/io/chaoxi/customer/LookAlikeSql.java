package io.chaoxi.customer;

import static chaoxi.tables.Tables.CUSTOMER;
import static chaoxi.tables.Tables.PERSON;

import io.chaoxi.platform.match.NamePairs;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.SearchQuery.Kind;
import io.chaoxi.platform.text.SearchTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statements that find customers to compare with, beyond anybody's scope. */
@Component
class LookAlikeSql {
    private final DSLContext database;

    LookAlikeSql(DSLContext database) {
        this.database = database;
    }

    /** A customer to compare with: what is compared of it, and whose it is. */
    record Candidate(
            UUID id,
            Map<String, @Nullable Object> values,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String ownerName) {}

    /** Names that have one of the sets of pairs whole, and the phone, whatever its extension. */
    record Probe(List<Set<String>> pairs, @Nullable String phone) {}

    /** The customers that have what is sought. */
    List<Candidate> candidates(Probe probe) {
        return ways(probe).stream()
                .<Select<Record1<UUID>>>map(this::few)
                .reduce(Select::unionAll)
                .map(ids -> fetched(DSL.array(ids)))
                .orElse(List.of());
    }

    /** The same for each of some probes, by two statements. */
    List<List<Candidate>> candidates(List<Probe> probes) {
        var places = IntStream.range(0, probes.size())
                .boxed()
                .flatMap(at -> ways(probes.get(at)).stream().<Select<Record2<Integer, UUID>>>map(way -> few(way, at)))
                .reduce(Select::unionAll)
                .map(database::fetch);
        var found =
                probes.stream().<List<Candidate>>map(probe -> new ArrayList<>()).toList();
        if (places.isEmpty()) return found;
        UUID[] ids = places.get().stream().map(Record2::value2).distinct().toArray(UUID[]::new);
        Map<UUID, Candidate> known =
                fetched(DSL.val(ids)).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        places.get().stream()
                .distinct()
                .forEach(row -> Optional.ofNullable(known.get(row.value2())).ifPresent(found.get(row.value1())::add));
        return found;
    }

    private List<Candidate> fetched(Field<UUID[]> ids) {
        var owner = PERSON.as("owner");
        return database.select(
                        CUSTOMER.ID, CUSTOMER.OWNER_ID, CUSTOMER.OWNER_DEPARTMENT_ID, owner.NAME.as("owner_name"))
                .select(Compared.CUSTOMERS.compared())
                .from(CUSTOMER)
                .leftJoin(owner)
                .on(owner.TENANT_ID.eq(CUSTOMER.TENANT_ID).and(owner.ID.eq(CUSTOMER.OWNER_ID)))
                .where(CUSTOMER.ID.eq(DSL.any(ids)))
                .fetch(LookAlikeSql::candidate);
    }

    private static List<Condition> ways(Probe probe) {
        List<Condition> ways = new ArrayList<>();
        for (Set<String> way : probe.pairs()) {
            ways.add(having(way.stream().map(pair -> Kind.NAME.sign() + pair).toList()));
        }
        if (probe.phone() != null) ways.add(having(whole(SearchTokens.forPhone(probe.phone()))));
        return ways;
    }

    /** The longest token is the whole number. */
    private static List<String> whole(Collection<String> tokens) {
        return tokens.stream()
                .max(Comparator.comparingInt(String::length))
                .map(List::of)
                .orElse(List.of());
    }

    private static Condition having(Collection<String> tokens) {
        String[] wanted =
                SearchTokens.prefixed(Acting.current().tenant(), tokens).toArray(String[]::new);
        return CUSTOMER.SEARCH.contains(DSL.val(wanted, CUSTOMER.SEARCH.getDataType()));
    }

    private Select<Record1<UUID>> few(Condition way) {
        return DSL.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.DELETED_AT.isNull())
                .and(way)
                .limit(NamePairs.LOOKED_AT);
    }

    private Select<Record2<Integer, UUID>> few(Condition way, int place) {
        return DSL.select(DSL.inline(place), CUSTOMER.ID)
                .from(CUSTOMER)
                .where(CUSTOMER.DELETED_AT.isNull())
                .and(way)
                .limit(NamePairs.LOOKED_AT);
    }

    private static Candidate candidate(Record row) {
        return new Candidate(
                Objects.requireNonNull(row.get(CUSTOMER.ID)),
                Compared.CUSTOMERS.values(row),
                row.get(CUSTOMER.OWNER_ID),
                row.get(CUSTOMER.OWNER_DEPARTMENT_ID),
                row.get("owner_name", String.class));
    }
}
