package io.chaoxi.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.Somebody;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ActingTest {
    private static final Actor REP = Somebody.who("customer.read").actor();
    private static final Actor PROGRAM = Actor.system(1, ZoneOffset.UTC);

    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void nobodyActsUntilSomebodyDoes() {
        assertThat(Acting.orNobody()).isNull();
        assertThatThrownBy(Acting::current)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(401));
    }

    @Test
    void whoeverActedBeforeActsAgain() {
        List<Actor> seen = new ArrayList<>();
        Acting.as(REP, () -> {
            Acting.as(PROGRAM, () -> {
                seen.add(Acting.current());
            });
            seen.add(Acting.current());
            seen.add(Acting.orNobody());
        });
        assertThat(seen).containsExactly(PROGRAM, REP, REP);
        assertThat(Acting.orNobody()).isNull();
    }

    @Test
    void afterAFaultNobodyGoesOnActing() {
        Runnable fault = () -> {
            throw new IllegalStateException("fault");
        };
        assertThatThrownBy(() -> Acting.as(REP, fault)).hasMessage("fault");
        assertThat(Acting.orNobody()).isNull();
    }

    @Test
    void theAnswerOfTheWorkIsHandedBack() {
        assertThat(Acting.as(REP, () -> Acting.current().name())).isEqualTo(REP.name());
    }

    @Test
    void theAddressIsThatOfTheRequestOrOfTheOneThatOrderedTheJob() {
        assertThat(Whence.address()).isNull();
        assertThat(Whence.from("198.51.100.7", Whence::address)).isEqualTo("198.51.100.7");
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("203.0.113.9");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        assertThat(Whence.address()).isEqualTo("203.0.113.9");
        assertThat(Whence.from("198.51.100.7", Whence::address)).isEqualTo("198.51.100.7");
        assertThat(Whence.from(null, Whence::address)).isEqualTo("203.0.113.9");
    }
}
