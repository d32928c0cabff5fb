package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.FieldRight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Which records in reach of the acting person many texts name: by id, name, login, e-mail, number, each exactly. */
@Component
class NamedRecords {
    private static final List<String> NAMING_FIELDS = List.of("name", "login", "email");

    private final Catalogues catalogues;
    private final RecordSql sql;

    NamedRecords(Catalogues catalogues, RecordSql sql) {
        this.catalogues = catalogues;
        this.sql = sql;
    }

    /**
     * Text → ids; a text that names nothing in reach is absent.
     *
     * @param toWrite whether only those count that the acting person may change
     */
    Map<String, Set<UUID>> find(String object, Collection<String> texts, boolean toWrite) {
        if (texts.isEmpty()) return Map.of();
        Catalogue target = catalogues.of(object);
        var found = new HashMap<String, Set<UUID>>();
        texts.forEach(text -> addId(found, text));
        var matching = target.type().matching();
        if (matching == null) {
            addNamed(target, texts, found);
        } else if (target.titleRight().readable()) {
            matching.named(texts).forEach((text, ids) -> all(found, text).addAll(ids));
        }
        RecordScope scope = toWrite
                ? RecordScope.toWrite(target.type(), target.actor())
                : RecordScope.of(target.type(), target.actor());
        return inReach(target, scope, found);
    }

    private static void addId(Map<String, Set<UUID>> found, String text) {
        if (text.length() != 36) return;
        try {
            all(found, text).add(TextValues.id(text));
        } catch (ValueRefused notAnId) {
            return;
        }
    }

    private void addNamed(Catalogue target, Collection<String> texts, Map<String, Set<UUID>> found) {
        var wanted = new HashSet<String>();
        texts.forEach(text -> wanted.add(text.toLowerCase(Locale.ROOT)));
        for (String name : naming(target)) {
            var column = DSL.lower(target.type().column(columnOf(target, name), String.class));
            var named = column.eq(DSL.any(DSL.val(wanted.toArray(String[]::new), SQLDataType.VARCHAR.array())));
            var columns = List.<org.jooq.Field<?>>of(
                    target.type().column("id"), target.type().column(columnOf(target, name)));
            for (var row : sql.find(target.type(), named.and(target.type().alive()), columns, texts.size() * 3)) {
                String text = row.get(1, String.class).toLowerCase(Locale.ROOT);
                texts.stream()
                        .filter(one -> one.toLowerCase(Locale.ROOT).equals(text))
                        .forEach(one -> all(found, one).add(row.get(0, UUID.class)));
            }
        }
    }

    /** The title, and of people login and e-mail, each where one may read it: else a file could ask for names. */
    private static Set<String> naming(Catalogue target) {
        var fields = new LinkedHashSet<String>();
        if (target.titleRight().readable()) fields.add(target.type().title());
        for (String name : NAMING_FIELDS) {
            target.visible(name)
                    .filter(field -> target.right(field) != FieldRight.MASKED && field.column() != null)
                    .ifPresent(field -> fields.add(name));
        }
        return fields;
    }

    private static String columnOf(Catalogue target, String field) {
        return String.valueOf(target.type().field(field).orElseThrow().column());
    }

    private Map<String, Set<UUID>> inReach(Catalogue target, RecordScope scope, Map<String, Set<UUID>> found) {
        var ids = new HashSet<UUID>();
        found.values().forEach(ids::addAll);
        if (ids.isEmpty()) return Map.of();
        var reached = new HashSet<UUID>();
        var columns = new ArrayList<org.jooq.Field<?>>(List.of(target.type().column("id")));
        sql.find(target.type(), scope, ids, columns).forEach(row -> reached.add(row.get(0, UUID.class)));
        found.values().forEach(some -> some.retainAll(reached));
        found.values().removeIf(Set::isEmpty);
        return found;
    }

    private static Set<UUID> all(Map<String, Set<UUID>> found, String text) {
        return found.computeIfAbsent(text, key -> new HashSet<>());
    }
}
