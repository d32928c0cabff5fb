package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.Owner;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the access log keeps of signing in: who, from where, on what device, and why it was refused. */
@Component
class SignInLog {
    static final Map<String, String> BY_PROVIDER = Map.of("with", "provider");

    private final AccessLog accessLog;

    SignInLog(AccessLog accessLog) {
        this.accessLog = accessLog;
    }

    void signedIn(Actor actor, Origin origin, Map<String, String> further) {
        var detail = said(origin);
        detail.putAll(further);
        add(actor, actor.person(), "signedIn", detail);
    }

    void codeAsked(Owner owner, Origin origin, Map<String, String> further) {
        addOfNobody(owner, origin, "codeAsked", further);
    }

    void providerLinked(Owner owner, Origin origin, Map<String, String> further) {
        addOfNobody(owner, origin, "providerLinked", further);
    }

    private void addOfNobody(Owner owner, Origin origin, String action, Map<String, String> further) {
        var detail = said(origin);
        detail.putAll(further);
        add(Actor.system(owner.tenant(), ZoneOffset.UTC), owner.person(), action, detail);
    }

    /** Beside the answer, so that its time does not tell a login that exists from one that does not. */
    void refusedAside(long tenant, UUID person, Origin origin, String why) {
        var detail = said(origin);
        detail.put("why", why);
        Actor nobody = Actor.system(tenant, ZoneOffset.UTC);
        Thread.ofVirtual().start(() -> add(nobody, person, "signInRefused", detail));
    }

    /** In his own session, where he was asked to prove himself again; or somebody at his unlocked screen was. */
    void proofRefused(Owner owner, Origin origin, String why) {
        var detail = said(origin);
        detail.put("why", why);
        accessLog.add("proofRefused", "person", owner.person(), detail);
    }

    private void add(Actor by, UUID person, String action, Map<String, String> detail) {
        Acting.as(by, () -> accessLog.add(action, "person", person, detail));
    }

    static Map<String, String> said(Origin origin) {
        var said = new LinkedHashMap<String, String>();
        said.put("from", origin.address());
        said.put("agent", origin.agent());
        return said;
    }
}
