package io.chaoxi.identity.signin;

import static chaoxi.tables.Tables.HALF_SIGN_IN;
import static chaoxi.tables.Tables.PROVIDER_ATTEMPT;
import static chaoxi.tables.Tables.SESSION;

import io.chaoxi.platform.housekeeping.Chore;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sessions that ended by themselves, and sign-ins whose code or provider never came. */
@Component
class ExpiredSessions implements Chore {
    private final DSLContext database;

    ExpiredSessions(DSLContext database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "expired sessions";
    }

    @Override
    public int clear(OffsetDateTime now) {
        return database.deleteFrom(SESSION).where(SESSION.EXPIRES_AT.lt(now)).execute()
                + database.deleteFrom(HALF_SIGN_IN)
                        .where(HALF_SIGN_IN.EXPIRES_AT.lt(now))
                        .execute()
                + database.deleteFrom(PROVIDER_ATTEMPT)
                        .where(PROVIDER_ATTEMPT.EXPIRES_AT.lt(now))
                        .execute();
    }

    @Override
    public boolean ofInstallation() {
        return true;
    }
}
