package io.chaoxi.bench;

import io.chaoxi.bench.Load.Case;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** 今日: the day of a rep with five hundred things that wait, of an administrator, and the numbers of a team. */
final class Day {
    /** With the customers that were planned for him anyway, and those to whom nobody has spoken for long. */
    private static final int PLANNED = 250;
    private static final int NEW = 100;
    private static final int TASKS = 150;

    private final Installation installation;
    private final Firm firm;
    private final Load load;

    Day(Installation installation, Firm firm, Load load) {
        this.installation = installation;
        this.firm = firm;
        this.load = load;
    }

    void measure() throws Exception {
        try (var connection = installation.superuser()) {
            plan(connection);
        }
        var days = new ArrayList<Case>();
        for (String role : List.of("rep", "rep40", "manager", "admin")) {
            days.add(asked("day." + role, "今日 day " + Reading.NAMES.get(role), role, "/today"));
        }
        load.warmUp(days);
        load.judged(days, 100);
        load.judged(List.of(asked("day.badge", "今日的角标 badge of the day", "rep", "/today/count")), 30);
        load.judged(
                List.of(
                        asked("team.manager", "团队 team " + Reading.NAMES.get("manager"), "manager", "/today/team"),
                        asked("team.admin", "团队 team " + Reading.NAMES.get("admin"), "admin", "/today/team")),
                300);
    }

    private Case asked(String key, String label, String role, String path) {
        var api = firm.as(role);
        return Case.one(key, label, api, () -> api.get(path));
    }

    private static void plan(Connection connection) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    update customer set untouched_since = null, next_follow_up = current_date - (abs(hashtext(id::text)) %% 10)
                    where tenant_id = 1 and id in (select id %s)""".formatted(some(PLANNED, "planned")));
            statement.execute("""
                    update customer set untouched_since = now() - interval '2 days', next_follow_up = null
                    where tenant_id = 1 and id in (select id %s)""".formatted(some(NEW, "new")));
            statement.execute("""
                    insert into task (tenant_id, id, created_at, created_by, changed_at, changed_by, owner_id,
                        owner_department_id, subject, priority, customer_id, due_on, due_at, status)
                    select 1, gen_random_uuid(), now(), owner_id, now(), owner_id, owner_id,
                        owner_department_id, '给' || name || '回电', 'normal', id, current_date - 1, current_date - interval '1 hour', 'open'
                    %s""".formatted(some(TASKS, "task")));
            statement.execute("analyze task");
        }
    }

    /** So many of the rep's customers, others for each word. */
    private static String some(int count, String word) {
        return """
                from customer where tenant_id = 1 and deleted_at is null
                    and owner_id = (select id from person where tenant_id = 1 and login = 'rep')
                order by md5(id::text || '%s') limit %d""".formatted(word, count);
    }
}
