package io.chaoxi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The best statements that we know for page 1 of the list, the columns it shows, under the role of requests. */
final class ByHand {
    private ByHand() {}

    static String list(Connection connection, String role) throws SQLException {
        return "select " + columns(connection) + " " + from(connection, role);
    }

    /** Without the columns that only serve search, sorting and duplicates. */
    private static String columns(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery("""
                    select string_agg('c.' || attname, ', ' order by attnum) from pg_attribute
                    where attrelid = 'customer'::regclass and attnum > 0 and not attisdropped
                        and attname not in ('tenant_id', 'deleted_at', 'search', 'name_key', 'name_norm')
                        and attname !~ '^key_'""");
            row.next();
            return row.getString(1);
        }
    }

    private static String from(Connection connection, String role) throws SQLException {
        if (role.equals("admin")) {
            return "from customer c where tenant_id = 1 and deleted_at is null order by id desc limit 31";
        }
        try (var query = connection.prepareStatement("select id, department_id from person where tenant_id = 1 and login = ?")) {
            query.setString(1, role);
            var person = query.executeQuery();
            person.next();
            if (!role.equals("manager")) {
                return "from customer c where tenant_id = 1 and owner_id = '%s' and deleted_at is null order by id desc limit 31"
                        .formatted(person.getString(1));
            }
            return departments(connection, person.getObject(2, UUID.class));
        }
    }

    /** Ids from each department's index, then 31 rows by key. */
    private static String departments(Connection connection, UUID root) throws SQLException {
        var ids = new StringBuilder();
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery("""
                    select id from department where tenant_id = 1 and (id = '%1$s' or parent_id = '%1$s')""".formatted(root));
            while (rows.next()) ids.append(ids.isEmpty() ? "" : ",").append(rows.getString(1));
        }
        return """
                from (
                    select f.id from unnest('{%s}'::uuid[]) as d (id) cross join lateral (
                        select id from customer where tenant_id = 1 and owner_department_id = d.id and deleted_at is null
                        order by id desc limit 31) f
                    order by f.id desc limit 31) p
                join customer c on c.tenant_id = 1 and c.id = p.id order by c.id desc""".formatted(ids);
    }
}
