package io.chaoxi.bench;

import io.chaoxi.platform.text.SearchTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What was done with the customers: three times with each on average, in the order in which it was written down. */
final class FillingActivities {
    static final String COLUMNS = """
            tenant_id,id,version,created_at,created_by,changed_at,changed_by,owner_id,owner_department_id,customer_id,\
            contact_id,title,kind,at,minutes,outcome,content,next_follow_up,tags,search""";
    private static final int EACH = 3;
    /** The lower bits of a deed are its customer's number, the upper ones its millisecond. */
    private static final int BITS = 21;
    private static final String[] KINDS = {"call", "call", "call", "visit", "wechat", "wechat", "email", "meeting"};
    private static final String[] OUTCOMES = {"need", "appointment", "material", "noAnswer", "noAnswer", "notNow", "refused", "done"};
    private static final String[] SAID = {
        "约了下周面谈", "要样品和检测报告", "没人接，晚些再打", "今年预算用完了，明年再说", "让我们报价，三天内给", "技术部想看现场演示", "问了交期，比现在的供应商短",
        "价格还要再谈", "合同在走流程", "已经选了别家，半年后再看"
    };

    private final FillingRows rows;
    private final Random random;
    private final Instant begin;
    private final Duration span;
    private final long[] deeds;
    private final int[] counts;
    private final long[] lasts;
    private final FillingRows.Born[] customers;
    private final UUID[] contacts;

    FillingActivities(FillingRows rows, Random random, int customers, Instant begin, Instant end) {
        if (customers >= 1 << BITS) throw new IllegalArgumentException("At most " + (1 << BITS) + " customers");
        this.rows = rows;
        this.random = random;
        this.begin = begin;
        this.span = Duration.between(begin, end);
        this.customers = new FillingRows.Born[customers];
        this.contacts = new UUID[customers];
        this.counts = new int[customers];
        this.lasts = new long[customers];
        this.deeds = new long[EACH * customers];
        for (int i = 0; i < deeds.length; i++) {
            int number = random.nextInt(customers);
            long at = rows.between(birth(number), end).toEpochMilli();
            deeds[i] = at << BITS | number;
            counts[number]++;
            lasts[number] = Math.max(lasts[number], at);
        }
        Arrays.sort(deeds);
    }

    /** When the customer of that number came. */
    Instant birth(int number) {
        return begin.plusMillis((long) ((double) number / customers.length * span.toMillis()));
    }

    int count(int number) {
        return counts[number];
    }

    /** When the last thing was done with him, null where nothing was. */
    Instant last(int number) {
        return counts[number] == 0 ? null : Instant.ofEpochMilli(lasts[number]);
    }

    /** The customer of that number stands, with his first contact. */
    void born(int number, FillingRows.Born customer, UUID contact) {
        customers[number] = customer;
        contacts[number] = contact;
    }

    void write(CopyTable table) throws InterruptedException {
        for (long deed : deeds) {
            int number = (int) (deed & ((1 << BITS) - 1));
            table.add(row(number, Instant.ofEpochMilli(deed >> BITS)));
        }
    }

    private CopyRow row(int number, Instant at) {
        var customer = customers[number];
        String said = Names.any(SAID, random) + (rows.chance(50) ? "，" + Names.person(random) + "跟进" : "");
        UUID by = customer.by();
        return rows.head(new FillingRows.Born(rows.id(at), at, at, by, customer.department(), by))
                .add(customer.id())
                .add(rows.chance(50) ? contacts[number] : null)
                .add(said)
                .add(Names.any(KINDS, random))
                .add(at)
                .add(rows.chance(40) ? 1 + random.nextInt(60) : null)
                .add(rows.chance(80) ? Names.any(OUTCOMES, random) : null)
                .add(said)
                .add(rows.chance(30) ? LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(1 + random.nextInt(60)) : null)
                .array(List.of())
                .array(rows.tokens(SearchTokens.forName(said)));
    }
}
