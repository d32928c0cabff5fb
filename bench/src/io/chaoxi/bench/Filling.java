package io.chaoxi.bench;

import io.chaoxi.platform.reference.Industries;
import io.chaoxi.platform.reference.Industry;
import io.chaoxi.platform.reference.Region;
import io.chaoxi.platform.reference.Regions;
import io.chaoxi.platform.text.CompanyNames;
import io.chaoxi.platform.text.Pinyin;
import io.chaoxi.platform.text.SearchTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Fills the firm through COPY, with the derived columns that the application itself would write. Six years of customers;
 * ids are UUIDv7 of the very millisecond of created_at. Some values live in old rows only, because a list that runs from
 * the newest must not depend on luck.
 */
final class Filling {
    private static final Duration YEARS = Duration.ofDays(6 * 365);
    private static final double OWNERLESS = 0.10;
    private static final double MANAGED = 0.045;
    private static final double REP = 0.0045;
    private static final int FEW = 40;
    private static final double OLD = 0.3;
    /** Of a hundred owned customers so many have a day for the next follow-up. */
    private static final int NEXT = 20;
    /** A division of industry and a source with two per cent of the rows, all old. */
    static final String OLD_INDUSTRY = "C37";
    static final String OLD_SOURCE = "coldMail";

    private static final String CUSTOMER = """
            tenant_id,id,version,created_at,created_by,changed_at,changed_by,owner_id,owner_department_id,code,name,name_key,\
            name_norm,short_name,credit_code,relation,importance,loyalty,value_ability,grade,industry,region,address,website,\
            phone,email,source,employees,registered_capital,registered_capital_currency,founded_on,remark,completeness,tags,\
            search,custom,key_int1,pool_id,pooled_at,last_touch_at,touches,next_follow_up""";
    private static final String CONTACT = """
            tenant_id,id,version,created_at,created_by,changed_at,changed_by,owner_id,owner_department_id,customer_id,name,\
            name_key,primary_contact,job_title,department_line,phone,email,preferred_channel,tags,search""";
    private static final String CHANGE = "tenant_id,id,object,record_id,at,by_id,kind,changes";

    private final Installation installation;
    private final Firm firm;
    private final Random random = new Random(42);
    private final List<Region> districts = Regions.all().stream().filter(r -> r.level() == 3).toList();
    private final List<String> industries = Stream.of("C", "F", "I", "M", "L", "E", "G", "A", "K", "R")
            .flatMap(section -> Industries.children(section).stream())
            .map(Industry::code)
            .filter(code -> !code.equals(OLD_INDUSTRY))
            .toList();
    private FillingRows rows;
    private UUID pool;

    Filling(Installation installation, Firm firm) {
        this.installation = installation;
        this.firm = firm;
    }

    /** Seconds it took, by step. */
    Map<String, Object> fill(int customers) throws Exception {
        var took = new LinkedHashMap<String, Object>();
        try (var connection = installation.superuser()) {
            var tables = List.of("customer", "contact", "activity", "change");
            var indexes = new ArrayList<Indexes>();
            for (String table : tables) indexes.addAll(Indexes.of(connection, table));
            for (var index : indexes) execute(connection, "drop index " + index.name());
            long begin = System.nanoTime();
            readFirm(connection, 0);
            fill(customers, firm.people());
            readFirm(connection, 1);
            fill(1_000, List.of());
            took.put("copySeconds", seconds(begin));
            Bench.say("索引 / indexes");
            begin = System.nanoTime();
            execute(connection, "set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 1");
            for (var index : indexes) execute(connection, index.definition());
            took.put("indexSeconds", seconds(begin));
            for (String table : tables) execute(connection, "vacuum (analyze) " + table);
            execute(connection, "analyze");
            execute(connection, "checkpoint");
        }
        return took;
    }

    private static double seconds(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void readFirm(Connection connection, int which) throws SQLException {
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery("""
                    select t.id, (select id from person where tenant_id = t.id order by created_at limit 1),
                        (select id from pool where tenant_id = t.id and standard and object = 'customer')
                    from tenant t order by t.id limit 1 offset\s""" + which);
            row.next();
            rows = new FillingRows(row.getLong(1), row.getObject(2, UUID.class), random);
            pool = row.getObject(3, UUID.class);
        }
    }

    private void fill(int customers, List<Firm.Person> people) throws Exception {
        Instant end = Instant.now().minus(Duration.ofHours(1));
        Instant begin = end.minus(YEARS);
        var activities = new FillingActivities(rows, random, customers, begin, end);
        var managed = people.stream().filter(person -> person.managed() >= 0).toList();
        var others = people.stream().filter(person -> person.managed() < 0
                && !person.equals(firm.rep()) && !person.equals(firm.rep40())).toList();
        int few = Math.max(1, customers / FEW);
        try (var customer = new CopyTable(installation, "customer", CUSTOMER);
                var contact = new CopyTable(installation, "contact", CONTACT);
                var change = new CopyTable(installation, "change", CHANGE)) {
            for (int i = 0; i < customers; i++) {
                double age = (double) i / customers;
                Instant at = activities.birth(i);
                boolean rep40s = !people.isEmpty() && i % few == few / 2 && i / few < FEW;
                var owner = people.isEmpty() ? null : rep40s ? firm.rep40() : owner(age, managed, others);
                Instant changed = random.nextBoolean() ? at : rows.between(at, end);
                UUID by = owner == null ? rows.administrator() : owner.id();
                var born = new FillingRows.Born(rows.id(at), at, changed, owner == null ? null : owner.id(),
                        owner == null ? null : owner.department(), by);
                var next = owner != null && rows.chance(NEXT) ? LocalDate.now(ZoneOffset.UTC).plusDays(random.nextInt(60) - 15) : null;
                customer.add(customer(born, i, age).add(activities.last(i)).add(activities.count(i)).add(next));
                activities.born(i, born, contacts(born, i, contact));
                history(born, change);
                if (i % 100_000 == 99_999) Bench.say("… " + (i + 1));
            }
        }
        try (var activity = new CopyTable(installation, "activity", FillingActivities.COLUMNS)) {
            activities.write(activity);
        }
        try (var connection = installation.superuser(); var statement = connection.createStatement()) {
            statement.execute("""
                    insert into number_sequence values (%d, 'KH', %d)
                    on conflict (tenant_id, name) do update set next = excluded.next""".formatted(rows.tenant(), customers + 1));
        }
    }

    private Firm.Person owner(double age, List<Firm.Person> managed, List<Firm.Person> others) {
        double chance = random.nextDouble();
        if (chance < OWNERLESS) return null;
        if (chance < OWNERLESS + REP) return firm.rep();
        if (chance > OWNERLESS + REP + MANAGED) return others.get(random.nextInt(others.size()));
        var one = managed.get(random.nextInt(managed.size()));
        // The second department below the manager's was closed early: it has old customers only.
        boolean closed = one.managed() == 2 && age > OLD;
        return closed ? managed.get(random.nextInt(managed.size()) / 3 * 3) : one;
    }

    private CopyRow customer(FillingRows.Born born, int number, double age) {
        boolean old = age < OLD && random.nextInt(15) == 0;
        Region region = districts.get((int) (districts.size() * Math.pow(random.nextDouble(), 1.6)));
        String place = region.parent() == null ? region.shortName()
                : Objects.requireNonNull(Regions.byCode(region.parent())).shortName();
        String core = Names.core(random);
        String trade = Names.trade(random, region.code());
        String name = (place.length() < 2 ? "" : place) + core + trade + Names.form(random);
        String shortName = rows.chance(70) ? core + trade : null;
        String credit = rows.chance(60) ? Names.creditCode(random, region.code()) : null;
        String phone = rows.chance(95) ? Names.phone(random) : null;
        String email = rows.chance(30) ? Names.email(random, Pinyin.initials(core + trade)) : null;
        String industry = old ? OLD_INDUSTRY : industries.get((int) (industries.size() * Math.pow(random.nextDouble(), 2)));
        String source = old ? OLD_SOURCE : rows.chance(90) ? Names.any(SOURCES, random) : null;
        String relation = rows.chance(90) ? Names.any(RELATIONS, random) : null;
        String importance = rows.chance(85) ? Names.any(IMPORTANCES, random) : null;
        String address = rows.chance(60) ? place + Names.address(random) : null;
        String website = rows.chance(30) ? "https://www." + Pinyin.initials(core) + random.nextInt(10_000) + ".com.cn" : null;
        int fleet = random.nextInt(50);
        int full = filled(name, shortName, credit, industry, region, address, website, phone, relation, importance, source, born.owner());
        boolean capital = rows.chance(70);
        String code = "KH-%06d".formatted(number + 1);
        var search = rows.tokens(SearchTokens.forName(name),
                SearchTokens.forSequence(code),
                shortName == null ? Set.of() : SearchTokens.forName(shortName),
                credit == null ? Set.of() : SearchTokens.forCode(credit),
                phone == null ? Set.of() : SearchTokens.forPhone(phone),
                email == null ? Set.of() : SearchTokens.forEmail(email));
        return rows.head(born)
                .add(code).add(name).add(Pinyin.sortKey(name)).add(CompanyNames.normalise(name))
                .add(shortName).add(credit).add(relation).add(importance)
                .add(rows.chance(40) ? Names.any(LOYALTIES, random) : null)
                .add(rows.chance(40) ? Names.any(VALUES, random) : null)
                .add(rows.chance(60) ? Names.any(GRADES, random) : null)
                .add(industry).add(region.code()).add(address).add(website).add(phone).add(email).add(source)
                .add(rows.chance(60) ? 1 + (int) (2_000 * Math.pow(random.nextDouble(), 4)) : null)
                .add(capital ? (1 + random.nextInt(500)) * 100_000 : null).add(capital ? "CNY" : null)
                .add(rows.chance(60) ? LocalDate.of(1985 + random.nextInt(36), 1 + random.nextInt(12), 1 + random.nextInt(28)) : null)
                .add(rows.chance(20) ? Names.remark(random) : null)
                .add(100 * full / 12)
                .array(tags())
                .array(search)
                .add("{\"fleet\":%d,\"project\":\"P-%d\",\"tier\":\"%s\"}".formatted(
                        fleet, random.nextInt(5_000), Names.one("abc", random)))
                .add(fleet * 10_000L)
                .add(born.owner() == null ? pool : null)
                .add(born.owner() == null ? born.changed() : null);
    }

    private static final String[] SOURCES = {"socialMedia", "search", "paidAds", "email", "expo", "partnerReferral", "coldCall", "natural", "wordOfMouth"};
    private static final String[] RELATIONS = {"consumer", "b2b", "b2b", "b2b", "channel", "internal"};
    private static final String[] IMPORTANCES = {"vip", "important", "important", "ordinary", "ordinary", "ordinary", "ordinary"};
    private static final String[] LOYALTIES = {"loyal", "potential", "established", "new", "atRisk"};
    private static final String[] VALUES = {"lighthouse", "follower", "rational", "bargain"};
    private static final String[] GRADES = {"high", "medium", "low"};
    private static final String[] LINES = {"technical", "purchasing", "finance", "business", "other"};
    private static final String[] CHANNELS = {"phone", "wechat", "email", "visit", "sms"};

    /** The first one's id. */
    private UUID contacts(FillingRows.Born born, int number, CopyTable table) throws InterruptedException {
        UUID first = null;
        for (int i = 0; i < 1 + number % 2; i++) {
            Instant at = born.at().plusMillis(1 + i);
            String name = Names.person(random);
            String phone = rows.chance(90) ? Names.phone(random) : null;
            String email = rows.chance(40) ? Names.email(random, Pinyin.nameInitials(name)) : null;
            var search = rows.tokens(SearchTokens.forName(name),
                    phone == null ? Set.of() : SearchTokens.forPhone(phone),
                    email == null ? Set.of() : SearchTokens.forEmail(email));
            UUID id = rows.id(at);
            if (i == 0) first = id;
            table.add(rows.head(new FillingRows.Born(id, at, at, born.owner(), born.department(), born.by()))
                    .add(born.id()).add(name).add(Pinyin.nameSortKey(name)).add(i == 0)
                    .add(rows.chance(80) ? Names.title(random) : null)
                    .add(rows.chance(50) ? Names.any(LINES, random) : null)
                    .add(phone).add(email)
                    .add(rows.chance(40) ? Names.any(CHANNELS, random) : null)
                    .array(List.of()).array(search));
        }
        return first;
    }

    private void history(FillingRows.Born born, CopyTable table) throws InterruptedException {
        table.add(new CopyRow().add(rows.tenant()).add(rows.id(born.at())).add("customer").add(born.id()).add(born.at()).add(born.by())
                .add("created").add(null));
        if (born.changed().equals(born.at())) return;
        table.add(new CopyRow().add(rows.tenant()).add(rows.id(born.changed())).add("customer").add(born.id()).add(born.changed())
                .add(born.by()).add("changed")
                .add("[{\"field\":\"importance\",\"from\":\"ordinary\",\"to\":\"important\"}]"));
    }

    private static int filled(Object... values) {
        return (int) Stream.of(values).filter(Objects::nonNull).count();
    }

    private List<UUID> tags() {
        if (firm.tags().isEmpty() || rows.tenant() != 1 || !rows.chance(30)) return List.of();
        var one = firm.tags().get(random.nextInt(firm.tags().size()));
        var two = firm.tags().get(random.nextInt(firm.tags().size()));
        return one.equals(two) ? List.of(one) : List.of(one, two);
    }
}
