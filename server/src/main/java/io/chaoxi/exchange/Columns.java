package io.chaoxi.exchange;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which column of a sheet goes into which field. Headers are compared with a field's name, its labels in both languages
 * and its aliases, whatever their width, case, blanks, underscores and brackets. Several columns may share a field:
 * province and city make a region.
 */
record Columns(List<String> headers, Map<String, Field> byHeader) {
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[【〔].*?[)\\]】〕]");
    private static final Pattern NOISE = Pattern.compile("[\\s_\\-—*:/.()\\[\\]【】〔〕\"'“”]+");
    private static final Set<FieldType> SEVERAL = EnumSet.of(FieldType.REGION, FieldType.TAGS, FieldType.CHOICES);

    /** By the headers alone. A field that is named twice takes the first column, unless several make it up. */
    static Columns automatic(Catalogue catalogue, Labels labels, List<String> headers) {
        Map<String, Field> names = names(catalogue, labels);
        var found = new LinkedHashMap<String, Field>();
        for (String header : headers) {
            Field field = named(names, header);
            if (field == null || found.containsKey(header)) continue;
            if (SEVERAL.contains(field.type()) || !found.containsValue(field)) found.put(header, field);
        }
        return new Columns(headers, found);
    }

    /** As the person said: header → field; a field that he may not write is refused. */
    static Columns said(Catalogue catalogue, List<String> headers, Map<String, String> mapping) {
        List<FieldError> errors = new ArrayList<>();
        var found = new LinkedHashMap<String, Field>();
        mapping.forEach((header, name) -> {
            Field field = catalogue.visible(name).orElse(null);
            if (!headers.contains(header))
                errors.add(new FieldError("mapping", "headerUnknown", Map.of("value", header)));
            else if (field == null) errors.add(new FieldError("mapping", "unknownField", Map.of("value", name)));
            else if (!fillable(catalogue, field)) errors.add(new FieldError(name, "fieldNotWritable"));
            else found.put(header, field);
        });
        if (!errors.isEmpty()) throw Refusal.fields(errors);
        return new Columns(headers, found);
    }

    /** The fields that a sheet can fill. The owner always: everybody may name himself. A column cannot hold a file. */
    static List<Field> fillable(Catalogue catalogue) {
        return catalogue.visible().stream()
                .filter(field -> fillable(catalogue, field))
                .toList();
    }

    private static boolean fillable(Catalogue catalogue, Field field) {
        boolean owner = "owner".equals(field.name()) && !field.is(Field.Trait.READ_ONLY);
        return owner || catalogue.writable(field) && field.type() != FieldType.FILES;
    }

    private static Map<String, Field> names(Catalogue catalogue, Labels labels) {
        var names = new HashMap<String, Field>();
        var fields = fillable(catalogue);
        for (Field field : fields) {
            names.putIfAbsent(folded(field.label().zh()), field);
            names.putIfAbsent(folded(field.label().en()), field);
            names.putIfAbsent(folded(field.name().replace("custom.", "")), field);
        }
        for (Field field : fields) {
            aliases(catalogue, labels, field).forEach(alias -> names.putIfAbsent(folded(alias), field));
        }
        names.remove("");
        return names;
    }

    private static Stream<String> aliases(Catalogue catalogue, Labels labels, Field field) {
        if (field.custom()) return Stream.empty();
        String own = labels.property(catalogue.type().object(), field.name(), "aliases");
        String common = own == null ? labels.property("record", field.name(), "aliases") : own;
        return common == null ? Stream.empty() : Stream.of(common.split(","));
    }

    private static @org.jspecify.annotations.Nullable Field named(Map<String, Field> names, String header) {
        Field whole = names.get(folded(header));
        return whole != null
                ? whole
                : names.get(folded(IN_BRACKETS
                        .matcher(Normalizer.normalize(header, Normalizer.Form.NFKC))
                        .replaceAll("")));
    }

    private static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOISE.matcher(plain).replaceAll("");
    }

    Map<String, String> mapping() {
        var mapping = new LinkedHashMap<String, String>();
        byHeader.forEach((header, field) -> mapping.put(header, field.name()));
        return mapping;
    }

    /** The cells of a row by field; a row may be wider than the header, what stands there is nobody's. */
    Map<Field, List<String>> of(List<String> cells) {
        var row = new LinkedHashMap<Field, List<String>>();
        for (int i = 0; i < headers.size() && i < cells.size(); i++) {
            Field field = byHeader.get(headers.get(i));
            if (field != null)
                row.computeIfAbsent(field, any -> new ArrayList<>()).add(cells.get(i));
        }
        return row;
    }
}
