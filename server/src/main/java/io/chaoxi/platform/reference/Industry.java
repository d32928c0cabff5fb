package io.chaoxi.platform.reference;

import io.chaoxi.platform.Label;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A section (C) or division (C35) of GB/T 4754-2017. A code begins with the code of what it belongs to. */
public record Industry(
        String code,
        String name,
        String english,
        List<String> aliases,
        @Nullable String parent) {

    /** 1 section, 2 division. */
    public int level() {
        return parent == null ? 1 : 2;
    }

    public String label(Locale locale) {
        return new Label(name, english).in(locale);
    }

    static Industry of(List<String> row) {
        String code = row.get(0);
        List<String> aliases =
                row.get(3).isEmpty() ? List.of() : List.of(row.get(3).split("\\|"));
        return new Industry(code, row.get(1), row.get(2), aliases, code.length() == 1 ? null : code.substring(0, 1));
    }
}
