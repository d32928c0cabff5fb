package io.chaoxi.identity.factor;

import io.chaoxi.identity.OwnFactorWeakened;
import io.chaoxi.identity.OwnFactorWeakened.How;
import io.chaoxi.identity.SecondFactorReset;
import io.chaoxi.identity.confirm.Confirmations;
import io.chaoxi.identity.confirm.Sensitive;
import io.chaoxi.identity.factor.FactorSql.Kept;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 两步验证: a person's second factor, from the secret that his phone takes over to the recovery codes for the day it is
 * gone. The secret is told once, before it is proved; the codes once, when they are made.
 */
@Service
public class SecondFactors {
    private static final String ISSUER = "潮汐 CRM";
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FactorSql sql;
    private final FactorKey key;
    private final Confirmations confirmations;
    private final AccessLog accessLog;
    private final ApplicationEventPublisher events;

    SecondFactors(
            FactorSql sql,
            FactorKey key,
            Confirmations confirmations,
            AccessLog accessLog,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.key = key;
        this.confirmations = confirmations;
        this.accessLog = accessLog;
        this.events = events;
    }

    /** Since when the acting person has one, null without; and how many recovery codes he has left. */
    public record State(@Nullable OffsetDateTime since, int recoveryCodes) {}

    /** A secret to be taken over by an app: as text (Base32), and as the address that its picture holds. */
    public record Begun(String secret, String address) {}

    /** With what somebody proved himself. */
    public enum Proof {
        CODE("code"),
        RECOVERY_CODE("recoveryCode");

        private final String key;

        Proof(String key) {
            this.key = key;
        }

        /** As the access log names it. */
        public String key() {
            return key;
        }
    }

    @Transactional(readOnly = true)
    public State state() {
        Owner owner = Owner.acting();
        Kept kept = sql.find(owner).orElse(null);
        return new State(kept == null ? null : kept.since(), sql.codesLeft(owner));
    }

    public boolean stands(Owner owner) {
        return sql.find(owner).filter(kept -> kept.since() != null).isPresent();
    }

    /** A new secret, in place of one that was never proved; 409 when a proved one stands. */
    @Transactional
    public Begun begin() {
        confirmations.require(Sensitive.OWN_FACTOR);
        Owner owner = Owner.acting();
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        if (!sql.begin(owner, key.seal(secret, owner.tenant(), owner.person()))) {
            throw Refusal.of(409, "secondFactorStands");
        }
        String text = Base32.text(secret);
        return new Begun(text, address(sql.login(owner), text));
    }

    /** What authenticator apps read out of the picture. */
    private static String address(String login, String secret) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(encoded(ISSUER), encoded(login), secret, encoded(ISSUER), Totp.DIGITS, Totp.SECONDS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Proves with a first code that the app has the secret; answers the recovery codes. */
    @Transactional
    public List<String> prove(String code) {
        confirmations.require(Sensitive.OWN_FACTOR);
        Owner owner = Owner.acting();
        Kept kept = sql.find(owner).orElseThrow(() -> Refusal.of(409, "secondFactorNotBegun"));
        if (kept.since() != null) throw Refusal.of(409, "secondFactorStands");
        OptionalLong step = step(owner, kept, RecoveryCodes.normal(code));
        if (step.isEmpty()) throw Refusal.field("code", "codeWrong");
        if (!sql.prove(owner, kept, step.getAsLong())) {
            throw Refusal.of(409, stands(owner) ? "secondFactorStands" : "secondFactorNotBegun");
        }
        accessLog.add("secondFactorSet", "person", owner.person(), Map.of());
        return newCodes(owner);
    }

    /** New recovery codes; the old ones are dead. Who asks has seen a code, and the person is told. */
    @Transactional
    public List<String> renewCodes() {
        confirmations.require(Sensitive.OWN_FACTOR);
        Owner owner = Owner.acting();
        if (!stands(owner)) throw Refusal.of(409, "secondFactorMissing");
        accessLog.add("recoveryCodesRenewed", "person", owner.person(), Map.of());
        tell(owner, How.CODES_RENEWED);
        return newCodes(owner);
    }

    private List<String> newCodes(Owner owner) {
        List<String> codes = RecoveryCodes.make();
        sql.replaceCodes(owner, codes.stream().map(code -> digest(owner, code)).toList());
        return codes;
    }

    /**
     * Takes the code of the app or a recovery code, each once; says which it was, or null for a wrong one. Who asks
     * counts the tries.
     */
    @Transactional
    public @Nullable Proof take(Owner owner, String typed) {
        Kept kept = sql.find(owner).orElse(null);
        if (kept == null || kept.since() == null) return null;
        OptionalLong step = step(owner, kept, RecoveryCodes.normal(typed));
        if (step.isPresent()) return sql.use(owner, step.getAsLong()) ? Proof.CODE : null;
        return sql.useCode(owner, digest(owner, typed)) ? Proof.RECOVERY_CODE : null;
    }

    private OptionalLong step(Owner owner, Kept kept, String code) {
        if (code.length() != Totp.DIGITS) return OptionalLong.empty();
        byte[] secret = key.open(kept.sealed().array(), owner.tenant(), owner.person());
        return Totp.step(secret, code, sql.instant(), kept.lastStep());
    }

    private byte[] digest(Owner owner, String code) {
        return key.digest("recovery code", owner.tenant() + "/" + owner.person() + "/" + RecoveryCodes.normal(code));
    }

    /** Takes one's own away; who asks has seen password and code, and the person is told. */
    @Transactional
    public void remove() {
        confirmations.require(Sensitive.OWN_FACTOR);
        Owner owner = Owner.acting();
        if (!sql.delete(owner)) throw Refusal.of(409, "secondFactorMissing");
        accessLog.add("secondFactorRemoved", "person", owner.person(), Map.of());
        tell(owner, How.REMOVED);
    }

    private void tell(Owner owner, How how) {
        events.publishEvent(new OwnFactorWeakened(Ids.next(), owner.tenant(), owner.person(), how));
    }

    /** Takes a colleague's away; who asks has the right to. Nothing happens to somebody without one. */
    @Transactional
    public void reset(UUID person) {
        confirmations.require(Sensitive.FACTOR_RESET);
        if (!sql.delete(Owner.colleague(person))) return;
        accessLog.add("secondFactorReset", "person", person, Map.of());
        var actor = Acting.current();
        events.publishEvent(new SecondFactorReset(Ids.next(), actor.tenant(), person, actor.person()));
    }
}
