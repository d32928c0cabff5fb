package io.chaoxi.identity.firm;

import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.identity.FirmFounded;
import io.chaoxi.identity.FirmZoneChanged;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.signin.Accounts;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds firms: the firm, its standard roles, its first administrator and what listens to {@link FirmFounded}. */
@Service
public class Firms {
    private final FirmSql sql;
    private final Roles roles;
    private final Accounts accounts;
    private final RecordWriting writing;
    private final Catalogues catalogues;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Firms(
            FirmSql sql,
            Roles roles,
            Accounts accounts,
            RecordWriting writing,
            Catalogues catalogues,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.roles = roles;
        this.accounts = accounts;
        this.writing = writing;
        this.catalogues = catalogues;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A firm and its first administrator. */
    public record Founded(long tenant, UUID administrator) {}

    /** The first firm of the installation: closes set-up for ever; 403 when it is closed already. */
    Founded foundFirst(NewFirm firm) {
        return found(firm, true);
    }

    /** A further firm, with a wall around it. */
    public Founded found(NewFirm firm) {
        return found(firm, false);
    }

    /** Notes that the firm has sample data, or has none any more; the page offers to remove it. */
    @Transactional
    public void markSample(boolean sample) {
        sql.markSample(sample);
    }

    /** Whether somebody gave the firm its short name, which stands over the menu. */
    @Transactional(readOnly = true)
    public boolean named() {
        return sql.firm().shortName() != null;
    }

    /** ISO 4217; what the firm reckons in, and what its exchange rates are against. */
    @Transactional(readOnly = true)
    public String currency() {
        return sql.firm().currency();
    }

    private Founded found(NewFirm firm, boolean first) {
        long tenant = sql.nextTenant();
        return Acting.as(
                Actor.system(tenant, firm.timeZone()), () -> transactions.execute(tx -> write(tenant, firm, first)));
    }

    private Founded write(long tenant, NewFirm firm, boolean first) {
        if (first && !sql.close()) throw Refusal.of(403, "setupClosed");
        sql.insert(tenant, firm);
        UUID role = roles.found();
        UUID person = writing.create(
                catalogues.of("person"), Map.of("name", firm.name(), "login", firm.login()), Writing.BY_HAND);
        accounts.setPassword(person, "password", firm.password());
        if (first) accounts.appointInstallationAdministrator(person);
        roles.give(person, List.of(role));
        events.publishEvent(new FirmFounded(tenant, person));
        return new Founded(tenant, person);
    }

    /** What the firm says of itself; says whether it still had the expected version. */
    @Transactional
    boolean change(Map<Field<String>, @Nullable String> values, long version) {
        if (!sql.change(values, version)) return false;
        if (values.containsKey(TENANT.TIME_ZONE)) events.publishEvent(new FirmZoneChanged());
        return true;
    }
}
