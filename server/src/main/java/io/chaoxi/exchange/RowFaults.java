package io.chaoxi.exchange;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.record.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what is wrong with a row in the importer's language. */
@Component
class RowFaults {
    private final Problems problems;

    RowFaults(Problems problems) {
        this.problems = problems;
    }

    String sentence(Catalogue catalogue, FieldError error) {
        return problems.sentence(error.code(), catalogue.actor().locale(), error.arguments());
    }

    /** 电话：号码不对；地区：没有这个地区. */
    String all(Catalogue catalogue, List<FieldError> errors) {
        boolean english =
                Locale.ENGLISH.getLanguage().equals(catalogue.actor().locale().getLanguage());
        return errors.stream()
                .map(error -> catalogue
                                .visible(error.field())
                                .map(field -> field.label().in(catalogue.actor().locale()) + (english ? ": " : "："))
                                .orElse("")
                        + sentence(catalogue, error))
                .collect(Collectors.joining(english ? "; " : "；"));
    }
}
