package io.chaoxi.identity.person;

import io.chaoxi.identity.role.Roles;
import io.chaoxi.identity.signin.Accounts;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.HistorySql;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.record.RecordWriting;
import io.chaoxi.platform.record.Writing;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with people beyond their record: making them with roles and a password, locking, a new password. */
@Service
public class People {
    private final RecordFinding finding;
    private final RecordWriting writing;
    private final HistorySql history;
    private final Accounts accounts;
    private final Roles roles;
    private final PersonSql sql;
    private final AccessLog accessLog;

    People(
            RecordFinding finding,
            RecordWriting writing,
            HistorySql history,
            Accounts accounts,
            Roles roles,
            PersonSql sql,
            AccessLog accessLog) {
        this.finding = finding;
        this.writing = writing;
        this.history = history;
        this.accounts = accounts;
        this.roles = roles;
        this.sql = sql;
        this.accessLog = accessLog;
    }

    /** A new person and the one-time password that he first signs in with; shown this once. */
    public record Made(UUID id, String oneTimePassword) {}

    /** Makes the person, his account and his roles. Without a given password one is made. */
    @Transactional
    public Made create(
            Catalogue catalogue, Map<String, @Nullable Object> values, List<UUID> given, @Nullable String password) {
        UUID id = writing.create(catalogue, values, Writing.BY_HAND);
        roles.give(id, given);
        return new Made(id, accounts.setOneTimePassword(id, password));
    }

    /** Changes the record, and the roles when they are given; 409 when the version is not the expected one. */
    @Transactional
    public void change(
            Catalogue catalogue,
            UUID id,
            long version,
            Map<String, @Nullable Object> patch,
            @Nullable List<UUID> given) {
        writing.change(catalogue, id, version, patch, Writing.BY_HAND);
        if (given != null) roles.give(id, given);
    }

    /**
     * Sets a colleague's one-time password and ends his sessions; refused for somebody with more rights than oneself. One's
     * own is changed with the present one, or else a program with this right would become its maker with all of his.
     */
    @Transactional
    public String resetPassword(Catalogue catalogue, UUID id, @Nullable String password) {
        checkColleague(catalogue, id);
        String made = accounts.setOneTimePassword(id, password);
        accessLog.add("passwordReset", "person", id, Map.of());
        return made;
    }

    /** For whoever lost what he makes his codes with: his second factor is gone and so are his sessions. */
    @Transactional
    public void resetSecondFactor(Catalogue catalogue, UUID id) {
        checkColleague(catalogue, id);
        accounts.resetSecondFactor(id);
    }

    /** Ends the person's sessions and tokens and keeps him out. */
    @Transactional
    public void lock(Catalogue catalogue, UUID id) {
        checkColleague(catalogue, id);
        roles.checkNotLast(id);
        if (sql.setLocked(id, true)) note(id, true);
        accounts.shutOut(id);
    }

    /** Lets the person in again; his tokens are gone. */
    @Transactional
    public void unlock(Catalogue catalogue, UUID id) {
        checkTakeover(catalogue, id);
        if (sql.setLocked(id, false)) note(id, false);
    }

    private void checkColleague(Catalogue catalogue, UUID id) {
        checkTakeover(catalogue, id);
        if (Acting.current().person().equals(id)) throw Refusal.of(422, "notOneself");
    }

    private void checkTakeover(Catalogue catalogue, UUID id) {
        Acting.current().require("people.manage");
        finding.find(catalogue, id);
        roles.checkCovers(id);
    }

    private void note(UUID id, boolean locked) {
        Map<String, @Nullable Object> change = Map.of("field", "locked", "from", !locked, "to", locked);
        history.add("person", List.of(new HistorySql.Line(id, "changed", List.of(change))), null);
        accessLog.add(locked ? "locked" : "unlocked", "person", id, Map.of());
    }
}
