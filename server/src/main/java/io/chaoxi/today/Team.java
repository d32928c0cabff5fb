package io.chaoxi.today;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.OwnedRows;
import io.chaoxi.platform.record.RecordReading.Total;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.today.TodayFigure;
import io.chaoxi.today.Declared.Part;
import io.chaoxi.today.Reaches.Reach;
import io.chaoxi.today.TeamSql.Somebody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a manager is told of each of his people. Each number is that of the list which it opens. Who is locked or gone is
 * told of while he still holds something.
 */
@Service
class Team {
    static final int MOST = 500;
    /** Numbers are told up to here, or as far as it takes to see that somebody has too much, so that many people with much cost little. */
    private static final int TOLD = 1_000;

    private final Reaches reaches;
    private final TeamSql sql;
    private final OwnedRows rows;
    private final Labels labels;

    Team(Reaches reaches, TeamSql sql, OwnedRows rows, Labels labels) {
        this.reaches = reaches;
        this.sql = sql;
        this.rows = rows;
        this.labels = labels;
    }

    /**
     * A column.
     *
     * @param filter of the list behind a number, besides the owner
     * @param most how many there should be at most
     */
    record Figure(
            String key,
            String label,
            String object,
            String filter,
            @Nullable Integer most) {}

    /** Somebody by his name as whoever looks may read it. */
    record Named(UUID id, @Nullable String label) {}

    /** @param numbers by figure; absent where its records are out of sight */
    record Member(Named person, @Nullable Named department, boolean away, Map<String, Total> numbers) {}

    /** @param more there are people beyond the five hundred */
    record People(List<Figure> figures, List<Member> items, boolean more) {}

    @Transactional(readOnly = true)
    public People all() {
        Actor actor = Acting.current();
        var figures = reaches.told();
        if (figures.isEmpty()) return new People(List.of(), List.of(), false);
        Reach whole = figures.stream()
                .map(part -> Reach.of(actor, part.what().object()))
                .reduce(Reach::or)
                .orElseThrow();
        var found = sql.people(whole, MOST + 1);
        boolean more = found.size() > MOST;
        var people = more ? found.subList(0, MOST) : found;
        var members = members(actor, figures, people);
        return new People(figures.stream().map(this::figure).toList(), members, more);
    }

    private Figure figure(Part<TodayFigure> part) {
        var figure = part.what();
        String label =
                labels.of("today", "figure." + figure.key()).in(Acting.current().locale());
        return new Figure(
                figure.key(),
                label,
                figure.object(),
                figure.filter(),
                figure.most().get());
    }

    private List<Member> members(Actor actor, List<Part<TodayFigure>> figures, List<Somebody> people) {
        var ids = people.stream().map(Somebody::id).toList();
        int told = figures.stream()
                .map(part -> part.what().most().get())
                .filter(Objects::nonNull)
                .map(most -> most + 1)
                .reduce(TOLD, Math::max);
        var counts = rows.count(figures.stream().map(Part::asked).toList(), ids, told);
        var names = rows.names("person", ids);
        var departments = rows.names(
                "department",
                people.stream()
                        .map(Somebody::department)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var members = new ArrayList<Member>();
        for (Somebody one : people) {
            var numbers = numbers(actor, figures, counts, one);
            if (one.away() && !holds(figures, numbers)) continue;
            UUID department = one.department();
            var place = department == null ? null : new Named(department, departments.get(department));
            members.add(new Member(new Named(one.id(), names.get(one.id())), place, one.away(), numbers));
        }
        return members;
    }

    private static Map<String, Total> numbers(
            Actor actor, List<Part<TodayFigure>> figures, List<Map<UUID, Total>> counts, Somebody one) {
        var numbers = new LinkedHashMap<String, Total>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i).what();
            if (!Reach.of(actor, figure.object()).holds(one.department())) continue;
            numbers.put(figure.key(), Objects.requireNonNull(counts.get(i).get(one.id())));
        }
        return numbers;
    }

    private static boolean holds(List<Part<TodayFigure>> figures, Map<String, Total> numbers) {
        return figures.stream()
                .map(Part::what)
                .filter(TodayFigure::holds)
                .map(figure -> numbers.get(figure.key()))
                .anyMatch(total -> total != null && total.value() > 0);
    }
}
