package io.chaoxi.bench;

import io.chaoxi.bench.Load.Case;
import io.chaoxi.platform.text.Pinyin;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Lists, deep pages, filters, search, the record page and counts; {@link ReadingStatements} looks at what is behind them. */
final class Reading {
    static final List<String> ROLES = List.of("admin", "manager", "rep", "rep40");
    static final Map<String, String> NAMES = Map.of(
            "admin", "管理员 admin", "manager", "经理 manager", "rep", "销售 rep", "rep40", "销售 rep with 40 rows");
    private static final String NEWEST = "/customers?limit=30";

    private final Installation installation;
    private final Firm firm;
    private final Load load;
    private final Report report;
    private final Random random = new Random(11);
    private final List<UUID> ids = new ArrayList<>();
    private final List<String> phones = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();
    private final Map<String, Case> probed = new LinkedHashMap<>();

    Reading(Installation installation, Firm firm, Load load, Report report) {
        this.installation = installation;
        this.firm = firm;
        this.load = load;
        this.report = report;
    }

    void measure() throws Exception {
        sample();
        lists();
        filters();
        searches();
        duplicates();
        records();
        counts();
        get("list.10", "10", "admin", () -> "/customers?limit=10");
        get("list.200", "200", "admin", () -> "/customers?limit=200");
        new ReadingStatements(installation, load, report, probed).measure();
    }

    private void sample() throws Exception {
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    "select id, phone, email from customer where tenant_id = 1 order by md5(id::text) limit 3000");
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
                if (rows.getString(2) != null) phones.add(rows.getString(2));
                if (rows.getString(3) != null) emails.add(rows.getString(3));
            }
        }
    }

    private Case get(String key, String label, String role, Supplier<String> path) {
        var one = Case.one(key, label, firm.as(role), () -> firm.as(role).get(path.get()));
        probed.put(key, one);
        return one;
    }

    // ---------------------------------------------------------------- lists

    private void lists() throws Exception {
        var cases = new ArrayList<Case>();
        for (String role : ROLES) cases.add(get("list." + role, "列表第 1 页 list " + NAMES.get(role), role, () -> NEWEST));
        load.cold(cases.getFirst());
        load.warmUp(cases);
        var deep = deepPages();
        var together = new ArrayList<>(cases);
        together.addAll(deep);
        together.addAll(sorted());
        var all = load.alone(together);
        for (var one : cases) {
            var times = all.get(one.key());
            report.most(one.key() + ".p95", one.label() + " p95", times.at(0.95), "ms", 15, times.detail());
        }
        double first = all.get("list.admin").at(0.5);
        report.most("list.rep40.ratio", "40 行的销售 ÷ 管理员 rep40 ÷ admin p50", all.get("list.rep40").at(0.5) / first, "×", 1.2, Map.of());
        for (var one : deep) {
            var times = all.get(one.key());
            String page = one.key().replace("deep", "sort");
            double near = page.equals("sort.created") ? first : all.get(page).at(0.5);
            report.most(one.key() + ".ratio", one.label() + " ÷ 第 1 页 page 1, p50", times.at(0.5) / near, "×", 1.2, times.detail());
        }
        for (var one : sorted()) {
            var times = all.get(one.key());
            report.told(one.key() + ".p95", one.label() + " p95", times.at(0.95), "ms", times.detail());
        }
        for (var one : cases) load.pressed(one, 500);
        load.pressed(deep.getFirst(), 500);
    }

    private List<Case> sorted() {
        return List.of(
                get("sort.changed", "按修改时间 by change, 管理员 admin", "admin", () -> NEWEST + "&sort=-changedAt"),
                get("sort.name", "按名称 by name, 管理员 admin", "admin", () -> NEWEST + "&sort=name"),
                get("sort.changed.manager", "按修改时间 by change, 经理 manager", "manager", () -> NEWEST + "&sort=-changedAt"),
                get("sort.name.manager", "按名称 by name, 经理 manager", "manager", () -> NEWEST + "&sort=name"),
                get("sort.name.rep", "按名称 by name, 销售 rep", "rep", () -> NEWEST + "&sort=name"));
    }

    /** Behind nine tenths of the rows, with a cursor as the server writes it. */
    private List<Case> deepPages() throws Exception {
        var cases = new ArrayList<Case>();
        try (var connection = installation.superuser()) {
            cases.add(deep(connection, "created", "-createdAt", "id", true));
            cases.add(deep(connection, "changed", "-changedAt", "changed_at", true));
            cases.add(deep(connection, "name", "name", "name_key", false));
        }
        return cases;
    }

    private Case deep(Connection connection, String key, String sort, String column, boolean descending) throws Exception {
        String order = column.equals("id") ? "id" : column + (descending ? " desc" : "") + ", id";
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery("""
                    select id, %s from customer where tenant_id = 1 and deleted_at is null order by %s%s
                    offset (select count(*) * 9 / 10 from customer where tenant_id = 1 and deleted_at is null) limit 1"""
                    .formatted(column, order, descending ? " desc" : ""));
            row.next();
            var parts = new ArrayList<String>(List.of(sort));
            if (column.equals("changed_at")) parts.add(row.getObject(2, OffsetDateTime.class).toString());
            if (column.equals("name_key")) parts.add(row.getString(2));
            parts.add(row.getString(1));
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(Api.JSON.writeValueAsBytes(parts));
            return get("deep." + key, "第 90 % 页 deep page, " + sort, "admin",
                    () -> "/customers" + Api.query("limit", "30", "sort", sort, "after", cursor));
        }
    }

    // ---------------------------------------------------------------- filters

    private void filters() throws Exception {
        Supplier<String> fleet = () -> "custom.fleet==" + random.nextInt(50) + ";importance==important;region==440000";
        var selective = List.of(
                filter("filter.changed", "三个条件，按修改时间 filter by change", "admin", "-changedAt", fleet),
                filter("filter.name", "三个条件，按名称 filter by name", "admin", "name", fleet),
                filter("filter.capital", "三个条件，按注册资本 filter by capital", "admin", "-registeredCapital", fleet),
                filter("filter.old", "只在旧数据里 filter, old rows only", "admin", "-createdAt",
                        () -> "source==" + Filling.OLD_SOURCE + ";custom.tier==a;employees=gt=" + (100 + random.nextInt(50))),
                filter("filter.oldIndustry", "旧行业，按名称 old industry by name", "admin", "name",
                        () -> "industry==" + Filling.OLD_INDUSTRY + ";relation==b2b;custom.fleet=lt=" + (20 + random.nextInt(10))),
                filter("filter.manager", "三个条件 filter, 经理 manager", "manager", "name", fleet),
                filter("filter.rep", "三个条件 filter, 销售 rep", "rep", "name", fleet));
        load.judged(selective, 100);
        var broad = List.of(
                filter("broad.many", "没有选择性，匹配很多 nothing selective, many match", "admin", "-changedAt",
                        () -> "custom.tier==b;grade==high;employees=lt=" + (50 + random.nextInt(100))),
                filter("broad.capital", "没有选择性，按注册资本 nothing selective by capital", "admin", "-registeredCapital",
                        () -> "custom.tier==b;grade==high;employees=lt=" + (50 + random.nextInt(100))),
                filter("broad.few", "无索引自定义文本 custom text without index", "admin", "-changedAt",
                        () -> "custom.project==P-" + random.nextInt(5_000) + ";custom.tier==a;grade==high"),
                filter("broad.none", "无匹配 nothing matches", "admin", "name",
                        () -> "custom.project==P-X" + random.nextInt(5_000) + ";custom.tier==a;grade==high"));
        var all = load.alone(broad, 30);
        for (var one : broad) {
            report.most(one.key() + ".p95", one.label() + " p95", all.get(one.key()).at(0.95), "ms", 1_500, all.get(one.key()).detail());
        }
    }

    private Case filter(String key, String label, String role, String sort, Supplier<String> filter) {
        return get(key, label, role, () -> "/customers" + Api.query("limit", "30", "sort", sort, "filter", filter.get()));
    }

    // ---------------------------------------------------------------- search

    private void searches() throws Exception {
        Supplier<String> rare = () -> Names.one(Names.CORE, random) + Names.one(Names.CORE, random);
        Supplier<String> common = () -> Names.any(new String[] {"科技", "贸易", "有限", "实业"}, random);
        Supplier<String> never = () -> Names.SHIPS + " " + Names.any(new String[] {"深圳", "广州", "杭州", "石家庄"}, random);
        Supplier<String> initials = () -> Pinyin.initials(Names.core(random).substring(0, 2) + Names.any(Names.TRADES, random)).substring(0, 4);
        Supplier<String> two = () -> Pinyin.initials(rare.get());
        Supplier<String> tail = () -> {
            String phone = phones.get(random.nextInt(phones.size()));
            return phone.substring(phone.length() - 4);
        };
        Supplier<String> phone = () -> phones.get(random.nextInt(phones.size())).replaceFirst("^\\+86", "");
        Supplier<String> email = () -> emails.get(random.nextInt(emails.size()));
        load.judged(List.of(
                search("search.rare", "搜索两个汉字，少见 two characters, rare", "admin", rare),
                search("search.common", "搜索两个汉字，常见 two characters, common", "admin", common),
                search("search.never", "两个词从不同时出现 two words that never meet", "admin", never),
                search("search.initials", "拼音首字母四个 pinyin initials, four", "admin", initials),
                search("search.two", "拼音首字母两个 pinyin initials, two", "admin", two),
                search("search.tail", "手机尾号 phone tail", "admin", tail),
                search("search.phone", "完整电话 whole phone", "admin", phone),
                search("search.email", "邮箱 e-mail", "admin", email),
                search("search.common.manager", "两个汉字，常见 common, 经理 manager", "manager", common),
                search("search.rare.manager", "两个汉字，少见 rare, 经理 manager", "manager", rare),
                search("search.common.rep40", "两个汉字，常见 common, 销售 rep40", "rep40", common),
                search("search.rare.rep40", "两个汉字，少见 rare, 销售 rep40", "rep40", rare)), 50);
        if (firm.admin().send(firm.admin().get("/search?q=" + "ab")).status() == 404) {
            report.note("没有 /search，未量全局搜索 / no /search yet, global search not measured");
            return;
        }
        load.judged(List.of(
                global("global.rare", "全局搜索，少见 global, rare", "admin", rare),
                global("global.common", "全局搜索，常见 global, common", "admin", common),
                global("global.initials", "全局搜索，首字母 global, initials", "admin", initials),
                global("global.tail", "全局搜索，尾号 global, phone tail", "admin", tail),
                global("global.common.rep40", "全局搜索，常见 global, common, rep40", "rep40", common)), 50);
    }

    /** A name that many resemble, alone and with a phone that one customer has. */
    private void duplicates() throws Exception {
        Supplier<String> name = () -> Names.core(random) + Names.any(Names.TRADES, random) + "有限公司";
        load.judged(List.of(
                get("duplicates.name", "边填边查，名称 duplicates while typing, name", "admin",
                        () -> "/duplicates/customer" + Api.query("name", name.get())),
                get("duplicates.phone", "边填边查，名称和电话 name and phone", "admin", () -> "/duplicates/customer"
                        + Api.query("name", name.get(), "phone", phones.get(random.nextInt(phones.size())))),
                get("duplicates.rep", "边填边查，销售 rep", "rep40",
                        () -> "/duplicates/customer" + Api.query("name", name.get()))), 30);
    }

    private Case search(String key, String label, String role, Supplier<String> typed) {
        return get(key, label, role, () -> "/customers" + Api.query("limit", "30", "q", typed.get()));
    }

    private Case global(String key, String label, String role, Supplier<String> typed) {
        return get(key, label, role, () -> "/search" + Api.query("limit", "8", "q", typed.get()));
    }

    // ---------------------------------------------------------------- record page, counts

    private void records() throws Exception {
        var admin = firm.admin();
        boolean timeline = admin.send(admin.get("/customers/" + ids.getFirst() + "/timeline")).status() != 404;
        if (!timeline) report.note("没有 timeline，记录页以 history 代替 / no timeline yet, the record page uses history");
        Supplier<List<HttpRequest>> blocks = () -> {
            UUID id = ids.get(random.nextInt(ids.size()));
            return List.of(
                    admin.get("/customers/" + id),
                    admin.get("/contacts" + Api.query("limit", "30", "filter", "customer==" + id)),
                    admin.get("/customers/" + id + (timeline ? "/timeline" : "/history")));
        };
        var page = new Case("record", "记录页，各块依次 record page, block after block", admin, blocks);
        probed.put("record", page);
        var single = get("record.profile", "记录页，只有资料 profile only", "admin", () -> "/customers/" + ids.get(random.nextInt(ids.size())));
        var contacts = get("record.contacts", "记录页，联系人 contacts", "admin",
                () -> "/contacts" + Api.query("limit", "30", "filter", "customer==" + ids.get(random.nextInt(ids.size()))));
        load.judged(List.of(page, single, contacts), 40);
    }

    private void counts() throws Exception {
        var moving = new int[1];
        var times = load.alone(List.of(
                get("count.all", "计数，全部 count all", "admin", () -> "/customers/count"),
                get("count.filter", "计数，条件 count with filter", "admin", () -> "/customers/count" + Api.query(
                        "filter", "custom.tier==b;grade==high;employees=lt=" + (100 + moving[0]++))),
                get("count.fleet", "计数，选择性条件 count, selective", "admin", () -> "/customers/count" + Api.query(
                        "filter", "custom.fleet==" + random.nextInt(50) + ";employees=lt=" + (100 + moving[0]++)))), 60);
        times.forEach((key, took) -> report.told(key + ".p95", probed.get(key).label() + " p95", took.at(0.95), "ms", took.detail()));
    }
}
