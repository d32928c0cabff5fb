package io.chaoxi.identity.signin;

import io.chaoxi.identity.LoginChanged;
import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a person's account another login. Sessions, tokens and password stay; he is told, for he must know it. */
@Service
public class Renaming {
    private final AccountSql sql;
    private final Takeovers takeovers;
    private final Confirmations confirmations;
    private final AccessLog accessLog;
    private final ApplicationEventPublisher events;

    Renaming(
            AccountSql sql,
            Takeovers takeovers,
            Confirmations confirmations,
            AccessLog accessLog,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.takeovers = takeovers;
        this.confirmations = confirmations;
        this.accessLog = accessLog;
        this.events = events;
    }

    /** 422 {@code loginTaken} when somebody else of the installation has this login. */
    @Transactional(readOnly = true)
    public void checkFree(UUID person, String login) {
        var holder = sql.find(Logins.normal(login));
        if (holder.isPresent() && !holder.get().person().equals(person)) throw Refusal.field("login", "loginTaken");
    }

    /** Nothing happens when it differs in case or width only. */
    @Transactional
    public void rename(UUID person, String login) {
        Logins.check(login);
        checkFree(person, login);
        Actor actor = Acting.current();
        String before =
                sql.find(actor.tenant(), person).orElseThrow(Refusal::notFound).login();
        String after = Logins.normal(login);
        if (before.equals(after)) return;
        takeovers.check(person);
        confirmations.require(Sensitive.LOGIN_CHANGED);
        sql.setLogin(actor.tenant(), person, after);
        accessLog.add("loginChanged", "person", person, Map.of("from", before, "to", after));
        events.publishEvent(new LoginChanged(Ids.next(), actor.tenant(), person, actor.person(), after));
    }
}
