package io.chaoxi.identity.person;

import io.chaoxi.identity.role.Grants;
import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.identity.signin.Accounts;
import io.chaoxi.identity.signin.Logins;
import io.chaoxi.identity.signin.Renaming;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordChange;
import io.chaoxi.platform.record.RecordChange.Kind;
import io.chaoxi.platform.record.RecordRules;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.Pinyin;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A person comes with an account, moves with all his records, and is changed in what decides about access (login,
 * department, being there at all) only by someone who manages people and has at least his rights.
 */
@Component
class PersonRules implements RecordRules {
    private final Accounts accounts;
    private final Renaming renaming;
    private final Roles roles;
    private final Grants grants;
    private final PersonSql sql;
    private final StoredActors actors;
    private final ObjectProvider<RecordType> types;

    PersonRules(
            Accounts accounts,
            Renaming renaming,
            Roles roles,
            Grants grants,
            PersonSql sql,
            StoredActors actors,
            ObjectProvider<RecordType> types) {
        this.accounts = accounts;
        this.renaming = renaming;
        this.roles = roles;
        this.grants = grants;
        this.sql = sql;
        this.actors = actors;
        this.types = types;
    }

    @Override
    public void check(RecordChange change) {
        boolean moved = change.changes("department");
        boolean account = change.kind() != Kind.CHANGED || change.changes("login");
        if (!moved && !account) return;
        Acting.current().require("people.manage");
        if (change.kind() != Kind.CREATED) roles.checkCovers(change.id());
        if (change.changes("login")) checkLogin(change);
        if (moved || change.kind() == Kind.CREATED) grants.checkDepartment(change.reference("department"));
        if (change.kind() == Kind.DELETED) checkLeaving(change.id());
    }

    private void checkLogin(RecordChange change) {
        String login = String.valueOf(change.text("login"));
        Logins.check(login);
        renaming.checkFree(change.id(), login);
    }

    private void checkLeaving(UUID person) {
        if (Acting.current().person().equals(person)) throw Refusal.of(422, "notOneself");
        roles.checkNotLast(person);
    }

    @Override
    public Map<String, @Nullable Object> derive(RecordChange change) {
        var columns = new HashMap<String, @Nullable Object>();
        String name = change.text("name");
        String login = change.text("login");
        if (name != null) columns.put("name_key", Pinyin.nameSortKey(name));
        if (login != null) columns.put("login", Logins.normal(login));
        return columns;
    }

    @Override
    public void written(RecordChange change) {
        UUID person = change.id();
        switch (change.kind()) {
            case CREATED -> enter(change);
            case CHANGED -> follow(change);
            case DELETED -> accounts.close(person);
            case RESTORED -> accounts.open(person, String.valueOf(change.text("login")));
        }
        actors.forget(Acting.current().tenant(), person);
    }

    /** Imports write without asking the rules before, so what a new person needs is asked here again. */
    private void enter(RecordChange change) {
        Acting.current().require("people.manage");
        grants.checkDepartment(change.reference("department"));
        accounts.open(change.id(), String.valueOf(change.text("login")));
    }

    private void follow(RecordChange change) {
        if (change.changes("login")) renaming.rename(change.id(), String.valueOf(change.text("login")));
        if (!change.changes("department")) return;
        types.stream()
                .filter(RecordType::owned)
                .forEach(type -> sql.moveOwned(type, change.id(), change.reference("department")));
    }
}
