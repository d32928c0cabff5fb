package io.chaoxi.bench;

import io.chaoxi.platform.text.Pinyin;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * The firm that is measured, with 20 departments and 200 people. Of them an administrator, a manager
 * with 4.5 % of the customers in his three departments, a rep with 0.45 % and a rep with 40 customers sign in; and as many
 * reps as there are clients, who claim.
 */
final class Firm {
    static final int DEPARTMENTS = 20;
    static final int PEOPLE = 200;
    private static final int MANAGED = 3;
    private static final int IN_MANAGED = 30;

    /** A person who may own customers; {@code managed} counts the manager's departments from 0, -1 elsewhere. */
    record Person(UUID id, UUID department, int managed) {}

    private final Installation installation;
    private final Map<String, Api> apis = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final List<UUID> tags = new ArrayList<>();
    private Person rep;
    private Person rep40;

    Firm(Installation installation) {
        this.installation = installation;
    }

    Api admin() {
        return apis.get("admin");
    }

    /** {@code admin}, {@code manager}, {@code rep} or {@code rep40}. */
    Api as(String role) {
        return apis.get(role);
    }

    List<Person> people() {
        return people;
    }

    Person rep() {
        return rep;
    }

    Person rep40() {
        return rep40;
    }

    List<UUID> tags() {
        return tags;
    }

    void signIn() throws Exception {
        apis.put("admin", Api.signedIn(installation, Installation.LOGIN, Installation.PASSWORD));
        for (String role : List.of("manager", "rep", "rep40")) {
            apis.put(role, Api.signedIn(installation, role, Installation.PASSWORD));
        }
    }

    void found() throws Exception {
        apis.put("admin", Api.signedIn(installation, Installation.LOGIN, Installation.PASSWORD));
        var random = new Random(7);
        var departments = departments();
        var roles = new HashMap<String, String>();
        for (var role : admin().ask(admin().get("/roles")).path("items")) {
            roles.put(role.path("code").asString(), role.path("id").asString());
        }
        try (var connection = installation.superuser()) {
            hire(connection, departments, roles, random);
        }
        customFields();
        for (String name : List.of("重点", "展会认识", "老客户介绍", "待回访", "年框", "竞品在用", "高潜", "已停用")) {
            tags.add(UUID.fromString(admin().ask(admin().post("/tags", Map.of("name", name))).path("id").asString()));
        }
        var second = Map.of(
                "firm", "邻居有限公司", "name", "邻居", "login", "neighbour", "password", Installation.PASSWORD,
                "timeZone", "Asia/Shanghai", "locale", "zh");
        admin().ask(admin().post("/tenants", second));
    }

    private void hire(Connection connection, List<UUID> departments, Map<String, String> roles, Random random) throws Exception {
        for (int i = 0; i < PEOPLE - 1; i++) {
            int at = i < IN_MANAGED ? 1 + i % MANAGED : 1 + MANAGED + i % (DEPARTMENTS - MANAGED - 1);
            String login = login(i);
            String name = Names.person(random);
            UUID id = login == null
                    ? colleague(connection, name, "p" + i, departments.get(at))
                    : signing(name, login, departments.get(at), roles.get(i == 0 ? "manager" : "rep"));
            var person = new Person(id, departments.get(at), i < IN_MANAGED ? i % MANAGED : -1);
            people.add(person);
            if ("rep".equals(login)) rep = person;
            if ("rep40".equals(login)) rep40 = person;
        }
    }

    /** By which somebody signs in, null for those who never do. */
    private static String login(int i) {
        int claiming = i - IN_MANAGED - 2;
        if (claiming >= 0 && claiming < Load.CLIENTS) return claimer(claiming);
        return i == 0 ? "manager" : i == IN_MANAGED ? "rep" : i == IN_MANAGED + 1 ? "rep40" : null;
    }

    static String claimer(int i) {
        return "claimer" + i;
    }

    /** The root, the manager's department with two below it, and sixteen more. */
    private List<UUID> departments() throws Exception {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < DEPARTMENTS; i++) {
            var body = new HashMap<String, Object>(Map.of("name", i == 0 ? "总部" : "第" + i + "销售部"));
            if (i > 0) body.put("parent", ids.get(i == 2 || i == 3 ? 1 : 0).toString());
            ids.add(UUID.fromString(
                    admin().ask(admin().post("/departments", body)).path("id").asString()));
        }
        return ids;
    }

    private UUID signing(String name, String login, UUID department, String role) throws Exception {
        String once = "Einmal-" + Installation.PASSWORD;
        var body = Map.of("name", name, "login", login, "department", department.toString(), "roles", List.of(role), "password", once);
        var made = admin().ask(admin().post("/people", body));
        var api = Api.signedIn(installation, login, once);
        api.ask(api.post("/session/password", Map.of("current", once, "new", Installation.PASSWORD)));
        return UUID.fromString(made.path("id").asString());
    }

    /** Who never signs in needs no password, whose hash takes its time. */
    private static UUID colleague(Connection connection, String name, String login, UUID department) throws Exception {
        UUID id = UUID.randomUUID();
        try (var insert = connection.prepareStatement("""
                insert into person (tenant_id, id, created_at, created_by, changed_at, changed_by, name, name_key, login, department_id)
                values (1, ?, now(), ?, now(), ?, ?, ?, ?, ?)""")) {
            Object[] values = {id, id, id, name, Pinyin.nameSortKey(name), login, department};
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.execute();
        }
        return id;
    }

    /** fleet: a number with an index; project: a text without; tier: a choice without. */
    private void customFields() throws Exception {
        var fleet = admin().ask(admin().post("/custom-fields/customer", Map.of(
                "key", "fleet", "type", "number", "label", "车辆数", "decimals", 0)));
        admin().ask(admin().post("/custom-fields/customer", Map.of("key", "project", "type", "text", "label", "项目号")));
        var options = List.of(
                Map.of("id", "a", "label", "一档"), Map.of("id", "b", "label", "二档"), Map.of("id", "c", "label", "三档"));
        admin().ask(admin().post("/custom-fields/customer", Map.of(
                "key", "tier", "type", "choice", "label", "档位", "options", options)));
        var job = admin().ask(admin().post(
                "/custom-fields/customer/" + fleet.path("id").asString() + "/index", Map.of()));
        Jobs.await(admin(), job.path("id").asString(), 60);
    }
}
