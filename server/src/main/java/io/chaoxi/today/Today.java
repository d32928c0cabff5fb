package io.chaoxi.today;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.OwnedRows;
import io.chaoxi.platform.record.OwnedRows.First;
import io.chaoxi.platform.record.RecordReading;
import io.chaoxi.platform.record.RecordReading.Total;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.today.Day;
import io.chaoxi.platform.today.TodayDone;
import io.chaoxi.platform.today.TodaySection;
import io.chaoxi.platform.today.TodaySection.Weight;
import io.chaoxi.today.Declared.Part;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting person is to do next, in order, and what he did today. */
@Service
class Today {
    /** Rows that are told of a section; all of them stand in the list that it leads to. */
    static final int SHOWN = 50;

    private final Declared declared;
    private final OwnedRows rows;
    private final Items items;
    private final Reaches reaches;
    private final Labels labels;
    private final Clock clock;

    Today(Declared declared, OwnedRows rows, Items items, Reaches reaches, Labels labels, Clock clock) {
        this.declared = declared;
        this.rows = rows;
        this.items = items;
        this.reaches = reaches;
        this.labels = labels;
        this.clock = clock;
    }

    /** What is still to be done, {@code late} of it past its time; at least so much where it is not exact. */
    record Open(long value, long late, boolean exact) {}

    /**
     * Work of one kind.
     *
     * @param filter of the list that holds these rows and all further ones, in the order {@code sort}
     */
    record Section(
            String key,
            String label,
            Weight weight,
            String object,
            String filter,
            String sort,
            Total count,
            List<Item> items) {}

    /** What was done, as many times today and yesterday; {@code filter} is that of today's list. */
    record Done(String key, String label, String object, String filter, Total today, Total yesterday) {}

    /**
     * The day's work.
     *
     * @param day the date on which he looks, in his time zone
     * @param team whether there are people of whom he may be told
     */
    record Page(String day, boolean team, Open open, List<Section> sections, List<Done> done) {}

    @Transactional(readOnly = true)
    public Page page() {
        Actor actor = Acting.current();
        Day day = new Day(clock.instant(), actor.zone());
        var parts = declared.sections();
        var firsts = parts.stream()
                .map(part -> rows.first(part.asked(), part.what().sort(), Items.fields(part), SHOWN))
                .toList();
        var done = declared.done("@today");
        var before = declared.done("@yesterday");
        var full = IntStream.range(0, parts.size())
                .filter(i -> firsts.get(i).more())
                .mapToObj(parts::get)
                .toList();
        var totals = totals(
                actor.person(),
                Stream.of(full, done, before).flatMap(List::stream).toList());
        var sections = sections(parts, firsts, totals, day);
        var told = IntStream.range(0, done.size())
                .mapToObj(
                        i -> done(done.get(i), totals.get(full.size() + i), totals.get(full.size() + done.size() + i)))
                .toList();
        return new Page(day.today().toString(), reaches.team(), open(sections), sections, told);
    }

    /** The same number as the page's, for the menu. */
    @Transactional(readOnly = true)
    public Open count() {
        var parts = declared.sections().stream()
                .filter(part -> part.what().weight() != Weight.SPARE)
                .toList();
        var totals = totals(Acting.current().person(), parts);
        return open(
                IntStream.range(0, parts.size())
                        .mapToObj(i -> new Weighed(parts.get(i).what().weight(), totals.get(i)))
                        .toList(),
                true);
    }

    private record Weighed(Weight weight, Total total) {}

    private static Open open(List<Section> sections) {
        return open(
                sections.stream()
                        .filter(section -> section.weight() != Weight.SPARE)
                        .map(section -> new Weighed(section.weight(), section.count()))
                        .toList(),
                true);
    }

    private static Open open(List<Weighed> sections, boolean exact) {
        long value = 0;
        long late = 0;
        boolean all = exact;
        for (Weighed section : sections) {
            value += section.total().value();
            if (section.weight() == Weight.LATE) late += section.total().value();
            all &= section.total().exact();
        }
        return new Open(value, late, all);
    }

    private List<Total> totals(UUID person, List<? extends Part<?>> parts) {
        var asked = parts.stream().map(Part::asked).toList();
        return rows.count(asked, List.of(person), RecordReading.COUNTED).stream()
                .map(counts -> Objects.requireNonNull(counts.get(person)))
                .toList();
    }

    private List<Section> sections(List<Part<TodaySection>> parts, List<First> firsts, List<Total> full, Day day) {
        var sections = new ArrayList<Section>();
        int counted = 0;
        int rank = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var first = firsts.get(i);
            Total count =
                    first.more() ? full.get(counted++) : new Total(first.rows().size(), true);
            sections.add(section(part, count, items.of(part, first.rows(), rank, day)));
            rank += first.rows().size();
        }
        return sections;
    }

    private Section section(Part<TodaySection> part, Total count, List<Item> items) {
        var section = part.what();
        return new Section(
                section.key(),
                label("section." + section.key()),
                section.weight(),
                section.object(),
                OwnedRows.mine(section.filter()),
                section.sort(),
                count,
                items);
    }

    private Done done(Part<TodayDone> part, Total today, Total yesterday) {
        var done = part.what();
        String filter = OwnedRows.mine(part.asked().filter());
        return new Done(done.key(), label("done." + done.key()), done.object(), filter, today, yesterday);
    }

    private String label(String key) {
        return labels.of("today", key).in(Acting.current().locale());
    }
}
