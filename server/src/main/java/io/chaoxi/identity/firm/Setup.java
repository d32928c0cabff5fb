package io.chaoxi.identity.firm;

import io.chaoxi.identity.signin.OpaqueToken;
import io.chaoxi.identity.signin.Origin;
import io.chaoxi.identity.signin.Sessions;
import io.chaoxi.identity.signin.SignInThrottle;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actors;
import java.util.Locale;
import org.springframework.stereotype.Service;

/** The first firm: founded once, with the one-time code that was printed at start, and never again. */
@Service
public class Setup {
    private final FirmSql sql;
    private final Firms firms;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Actors actors;

    Setup(FirmSql sql, Firms firms, SignInThrottle throttle, Sessions sessions, Actors actors) {
        this.sql = sql;
        this.firms = firms;
        this.throttle = throttle;
        this.sessions = sessions;
        this.actors = actors;
    }

    public boolean isOpen() {
        return sql.open();
    }

    /** Makes a new code, which replaces the one before; only its digest is kept. */
    public String newCode() {
        String code = OpaqueToken.readable();
        sql.setCode(OpaqueToken.digest(code));
        return code;
    }

    /** Founds the firm and signs its administrator in. Of many at the same time one wins, the others get 403. */
    Sessions.Opened found(String code, NewFirm firm, Origin origin) {
        if (!sql.open()) throw Refusal.of(403, "setupClosed");
        throttle.attemptSetUp(origin);
        String normal = code.strip().toLowerCase(Locale.ROOT);
        if (!sql.isCode(OpaqueToken.digest(normal))) {
            throw sql.open() ? Refusal.of(422, "setupCodeWrong") : Refusal.of(403, "setupClosed");
        }
        throttle.succeededWithSetUp(origin);
        var founded = firms.foundFirst(firm);
        var actor = actors.load(founded.tenant(), founded.administrator()).orElseThrow();
        return sessions.open(actor, origin);
    }
}
