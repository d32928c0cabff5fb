package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.SecondFactors;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches one's own second factor and ends all one's other sessions: both, or neither. */
@Service
class FactorSwitch {
    private final SecondFactors factors;
    private final Sessions sessions;

    FactorSwitch(SecondFactors factors, Sessions sessions) {
        this.factors = factors;
        this.sessions = sessions;
    }

    /** On with a first code; answers the recovery codes. */
    @Transactional
    List<String> on(Caller caller, String code, Origin origin) {
        List<String> codes = factors.prove(code);
        sessions.endOthers(caller, origin);
        return codes;
    }

    /** Off; who asks has seen password and code. */
    @Transactional
    void off(Caller caller, Origin origin) {
        factors.remove();
        sessions.endOthers(caller, origin);
    }
}
