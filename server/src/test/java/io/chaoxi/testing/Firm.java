package io.chaoxi.testing;

import static chaoxi.tables.Tables.SESSION;

import io.chaoxi.identity.firm.Firms;
import io.chaoxi.identity.firm.NewFirm;
import io.chaoxi.identity.role.Role;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.signin.Origin;
import io.chaoxi.identity.signin.Sessions;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Duplicates;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.Actors;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new firm with an administrator, so that a test looks at nothing that another test made. Further people are signed in
 * without a password (hashing takes long); {@code firm.person("rep")} has the standard role rep.
 */
public final class Firm {
    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final ApplicationContext application;
    private final long tenant;
    private final SignedIn administrator;

    private Firm(ApplicationContext application, long tenant, UUID administrator, String login) {
        this.application = application;
        this.tenant = tenant;
        this.administrator = signIn(administrator, login);
    }

    /** Founds a firm whose administrator signs in with {@link #PASSWORD}. */
    public static Firm found(ApplicationContext application) {
        String login = "admin" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        var firm = new NewFirm("公司 " + login, "王管理", login, PASSWORD, ZoneId.of("Asia/Shanghai"), "zh");
        var founded = application.getBean(Firms.class).found(firm);
        return new Firm(application, founded.tenant(), founded.administrator(), login);
    }

    public long tenant() {
        return tenant;
    }

    public SignedIn administrator() {
        return administrator;
    }

    /** A new person with these roles (codes or names), in no department. */
    public SignedIn person(String... roles) {
        return personIn(null, roles);
    }

    /** A new person with these roles, in the department. */
    public SignedIn personIn(UUID department, String... roles) {
        String login = "person" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
        var values = new HashMap<String, Object>(Map.of("name", "同事" + COUNT.get(), "login", login));
        if (department != null) values.put("department", department);
        UUID id = administrator.as(() -> new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .execute(tx -> {
                    UUID person = create("person", values);
                    application.getBean(Roles.class).give(person, roleIds(roles));
                    return person;
                }));
        return signIn(id, login);
    }

    public UUID department(String name, UUID parent) {
        var values = new HashMap<String, Object>(Map.of("name", name));
        if (parent != null) values.put("parent", parent);
        return administrator.as(() -> create("department", values));
    }

    /** Makes a record as the administrator; values as the machine holds them (ids as UUID, choices as text). */
    public UUID record(String object, Map<String, Object> values) {
        return administrator.as(() -> create(object, values));
    }

    /** One that whoever acts makes. */
    public UUID made(String object, Map<String, Object> values) {
        return create(object, values);
    }

    private UUID create(String object, Map<String, Object> values) {
        return application
                .getBean(RecordWriting.class)
                .create(application.getBean(Catalogues.class).of(object), values, Writing.byHand(Duplicates.SEEN));
    }

    /** The id of a role by its code or name. */
    public UUID role(String codeOrName) {
        return administrator.as(() -> application.getBean(Roles.class).all()).stream()
                .filter(role -> role.code().equals(codeOrName) || role.name().equals(codeOrName))
                .map(Role::id)
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> roleIds(String... roles) {
        return Arrays.stream(roles).map(this::role).toList();
    }

    /** One more session of the person, with his rights of this moment. */
    public SignedIn signIn(UUID person, String login) {
        var actor = application.getBean(Actors.class).load(tenant, person).orElseThrow();
        var opened = application.getBean(Sessions.class).open(actor, new Origin("127.0.0.1", "test"));
        confirm(opened.caller().id());
        return new SignedIn(person, login, Http.visitor(application).inSession(opened.secret()), actor);
    }

    /** So that a long test can make sensitive changes to its end. */
    private void confirm(UUID session) {
        application
                .getBean(DSLContext.class)
                .update(SESSION)
                .set(SESSION.CONFIRMED_AT, OffsetDateTime.now(ZoneOffset.UTC).plusHours(2))
                .where(SESSION.ID.eq(session))
                .execute();
    }
}
