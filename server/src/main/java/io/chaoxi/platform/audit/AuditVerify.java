package io.chaoxi.platform.audit;

import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.audit.Chain.Broken;
import io.chaoxi.platform.backup.Installation;
import io.chaoxi.platform.backup.Progress;
import io.chaoxi.platform.backup.Source;
import io.chaoxi.platform.database.DatabaseAccount;
import io.chaoxi.platform.database.StartFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** {@code ./crm audit verify}: beside the running application or without it, for whoever does not trust the application. */
public final class AuditVerify {
    private static final int AT_ONCE = 100;

    private AuditVerify() {}

    public static void main(String[] arguments) {
        try (var source = Source.of(Installation.of(System.getenv()))) {
            boolean whole = verify(source.owner(), new Progress(System.out));
            if (!whole) System.exit(1);
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        } catch (SQLException | DataAccessException failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        }
    }

    /** What was found of a firm. */
    record Finding(Chain chain, @Nullable Broken broken) {}

    static boolean verify(DatabaseAccount owner, Progress progress) throws SQLException {
        boolean whole = true;
        for (var one : findings(owner).entrySet()) {
            tell(one.getKey(), one.getValue(), progress);
            whole &= one.getValue().broken() == null;
        }
        return whole;
    }

    /** The firms by name and number, with what was found of each. */
    static Map<String, Finding> findings(DatabaseAccount owner) throws SQLException {
        var found = new TreeMap<String, Finding>();
        try (Connection connection = owner.connect()) {
            DSLContext database = DSL.using(connection, SQLDialect.POSTGRES);
            for (var firm : database.select(TENANT.ID, TENANT.NAME).from(TENANT).fetch()) {
                openWall(connection, firm.value1());
                found.put(firm.value2() + " (" + firm.value1() + ")", finding(new SealSql(database, firm.value1())));
            }
        }
        return found;
    }

    /** The owner of the tables is held by the wall as well. */
    private static void openWall(Connection connection, long tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.tenant', ?, false)")) {
            statement.setString(1, String.valueOf(tenant));
            statement.execute();
        }
    }

    private static Finding finding(SealSql sql) {
        var chain = new Chain();
        while (true) {
            var seals = sql.seals(chain.number(), AT_ONCE);
            for (var seal : seals) {
                Broken broken = chain.check(seal, sql.lines(chain.last(), seal.getLastId()));
                if (broken != null) return new Finding(chain, broken);
            }
            if (seals.size() < AT_ONCE) return new Finding(chain, null);
        }
    }

    private static void tell(String firm, Finding finding, Progress progress) {
        var chain = finding.chain();
        var broken = finding.broken();
        if (broken == null && chain.number() == 0) {
            progress.say("%s：还没有封过".formatted(firm), "%s: nothing is sealed yet".formatted(firm));
        } else if (broken == null) {
            progress.say(
                    "%s：%,d 批、%,d 行都对，封到 %s，摘要 %s"
                            .formatted(firm, chain.number(), chain.rows(), chain.until(), chain.head()),
                    "%s: %,d batches, %,d lines as sealed, until %s, digest %s"
                            .formatted(firm, chain.number(), chain.rows(), chain.until(), chain.head()));
        } else {
            progress.say(
                    "%s：第 %d 批（%s 封）被动过：%s".formatted(firm, broken.number(), broken.sealedAt(), chinese(broken.why())),
                    "%s: batch %d (sealed %s) was tampered with: %s"
                            .formatted(firm, broken.number(), broken.sealedAt(), broken.why()));
        }
    }

    private static String chinese(String why) {
        return switch (why) {
            case "sealMissing" -> "它前面的封条不见了";
            case "linesMissingOrAdded" -> "少了或多了行";
            default -> "有行被改过";
        };
    }
}
