package io.chaoxi.identity.signin;

import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a route is for, in the words of labels/route.yaml; that every route has them is tested. */
@Component
public class RouteWords {
    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):[^}]*}");
    private static final String PREFIX = "/api/v1/";

    private final Labels labels;
    private final Catalogues catalogues;

    RouteWords(Labels labels, Catalogues catalogues) {
        this.labels = labels;
        this.catalogues = catalogues;
    }

    /**
     * Empty for a route that is no more.
     *
     * @param route method and pattern, such as {@code GET /api/v1/{path:[a-z-]*}/{id}}
     * @param about the object or path that the request named, where the pattern does not
     */
    public Optional<String> of(String route, @Nullable String about, Locale locale) {
        String key = EXPRESSION.matcher(route).replaceAll("{$1}").replace(PREFIX, "");
        String first = key.replaceAll("^\\S+ |/.*$", "");
        var type = type(about == null ? first : about);
        return label(key, first)
                .map(label -> label.in(
                        locale,
                        Map.of("object", type.map(found -> named(found, locale)).orElse(""))));
    }

    /** A route of its own for one object goes before what all objects have. */
    private Optional<Label> label(String key, String first) {
        return labels.find("route", key).or(() -> labels.find("route", key.replace(" " + first, " {path}")));
    }

    private String named(RecordType type, Locale locale) {
        return labels.of(type.object(), "_objects").in(locale).toLowerCase(Locale.ROOT);
    }

    /** The type that an address names by its path, or by the object's own name. */
    public Optional<RecordType> type(String named) {
        return catalogues.types().stream()
                .filter(type -> type.path().equals(named) || type.object().equals(named))
                .findFirst();
    }
}
