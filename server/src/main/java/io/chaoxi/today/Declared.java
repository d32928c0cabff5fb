package io.chaoxi.today;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.OwnedRows;
import io.chaoxi.platform.record.OwnedRows.Asked;
import io.chaoxi.platform.today.TodayDone;
import io.chaoxi.platform.today.TodayFigure;
import io.chaoxi.platform.today.TodaySection;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules declared, as far as the acting person may ask for it. */
@Component
class Declared {
    private final ObjectProvider<TodaySection> sections;
    private final ObjectProvider<TodayFigure> figures;
    private final ObjectProvider<TodayDone> done;
    private final Catalogues catalogues;
    private final OwnedRows rows;

    Declared(
            ObjectProvider<TodaySection> sections,
            ObjectProvider<TodayFigure> figures,
            ObjectProvider<TodayDone> done,
            Catalogues catalogues,
            OwnedRows rows) {
        this.sections = sections;
        this.figures = figures;
        this.done = done;
        this.catalogues = catalogues;
        this.rows = rows;
    }

    /** What was declared and how it is asked for. */
    record Part<T>(T what, Asked asked) {}

    List<Part<TodaySection>> sections() {
        return answered(sections, section -> asked(section.object(), section.filter()), TodaySection::sort);
    }

    List<Part<TodayFigure>> figures() {
        return answered(figures, figure -> asked(figure.object(), figure.filter()), figure -> "");
    }

    /** What was done on a day, named as filters name it. */
    List<Part<TodayDone>> done(String day) {
        return answered(done, one -> asked(one.object(), one.on(day)), one -> "");
    }

    private Asked asked(String object, String filter) {
        return new Asked(catalogues.of(object), filter);
    }

    private <T> List<Part<T>> answered(
            ObjectProvider<T> declared, Function<T, Asked> asking, Function<T, String> sorting) {
        return declared.orderedStream()
                .map(one -> new Part<>(one, asking.apply(one)))
                .filter(part -> rows.answers(part.asked(), sorting.apply(part.what())))
                .toList();
    }
}
