package io.chaoxi.identity.signin;

import io.chaoxi.identity.factor.SecondFactors;
import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own second factor. To switch it, on or off, ends all other sessions. */
@RestController
@RequestMapping("/api/v1/session/factor")
@Needs(Needs.BEFORE_FACTOR)
class SecondFactorController {
    private final SecondFactors factors;
    private final StoredActors actors;
    private final Proofs proofs;
    private final FactorSwitch factorSwitch;

    SecondFactorController(SecondFactors factors, StoredActors actors, Proofs proofs, FactorSwitch factorSwitch) {
        this.factors = factors;
        this.actors = actors;
        this.proofs = proofs;
        this.factorSwitch = factorSwitch;
    }

    /** Since when there is one, how many recovery codes are left, and whether a role wants it. */
    record State(@Nullable OffsetDateTime since, int recoveryCodes, boolean wanted) {}

    /** Shown this once. */
    record RecoveryCodes(List<String> recoveryCodes) {}

    record OneCode(@Nullable String code) {}

    record Removal(@Nullable String password, @Nullable String code) {}

    @GetMapping
    State state(HttpServletRequest request) {
        Caller caller = Caller.inSession(request);
        var state = factors.state();
        boolean wanted = actors.wantsSecondFactor(caller.tenant(), caller.person());
        return new State(state.since(), state.recoveryCodes(), wanted);
    }

    /** A secret for the app; nothing changes before a first code proves that it has it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SecondFactors.Begun begin() {
        return factors.begin();
    }

    @PostMapping("/proof")
    RecoveryCodes prove(@RequestBody @Shaped(OneCode.class) JsonNode body, HttpServletRequest request) {
        String code = code(body);
        return new RecoveryCodes(factorSwitch.on(Caller.inSession(request), code, Origin.of(request)));
    }

    /** Wants a code, for who has new recovery codes can take the factor away. */
    @PostMapping("/recovery-codes")
    RecoveryCodes renewCodes(@RequestBody @Shaped(OneCode.class) JsonNode body, HttpServletRequest request) {
        String code = code(body);
        proofs.byCode(Caller.inSession(request), code, Origin.of(request));
        return new RecoveryCodes(factors.renewCodes());
    }

    private static String code(JsonNode body) {
        var input = Input.of(body, OneCode.class);
        String code = input.text("code", 50, "");
        input.check();
        return code;
    }

    /** Wants password and code. */
    @PostMapping("/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestBody @Shaped(Removal.class) JsonNode body, HttpServletRequest request) {
        var input = Input.of(body, Removal.class);
        String password = input.text("password", 200, "");
        String code = input.text("code", 50, "");
        input.check();
        Caller caller = Caller.inSession(request);
        proofs.byPassword(caller, "password", password, Origin.of(request));
        proofs.byCode(caller, code, Origin.of(request));
        factorSwitch.off(caller, Origin.of(request));
    }
}
