package io.chaoxi.identity.signin;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.Needs;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a call pass when the caller has what the route {@link Needs}. A route of ours that says nothing is shut. The use
 * cases ask for the right again, for they are reached by jobs and imports too.
 */
@Component
class Gate implements HandlerInterceptor, WebMvcConfigurer {
    private final Callers callers;

    Gate(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && handler instanceof HandlerMethod method && ours(method)) pass(needs(method), request);
        return true;
    }

    static boolean ours(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("io.chaoxi.");
    }

    /** What the method needs, or else its class; nothing said means that nobody has it. */
    static List<String> needs(HandlerMethod method) {
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        if (needs == null) needs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
        return needs == null ? List.of() : Arrays.asList(needs.value());
    }

    private void pass(List<String> needs, HttpServletRequest request) {
        if (needs.contains(Needs.NOTHING)) return;
        if (needs.isEmpty()) throw Refusal.of(403, "routeUndeclared");
        Actor actor = Acting.current();
        Optional<Caller> caller = Caller.of(request);
        if (needs.contains(Needs.HALF_SIGNED_IN)) return;
        if (caller.filter(Caller::oneTime).isPresent()) throw Refusal.of(403, "passwordChangeNeeded");
        boolean bySession = caller.filter(Caller::bySession).isPresent();
        boolean beforeFactor = needs.contains(Needs.BEFORE_FACTOR);
        if (!beforeFactor && caller.filter(callers::lacksSecondFactor).isPresent()) {
            throw Refusal.of(403, "secondFactorNeeded");
        }
        if ((beforeFactor || needs.contains(Needs.SESSION)) && !bySession) throw Refusal.of(403, "sessionNeeded");
        if (caller.filter(Caller::onlyReads).isPresent() && writes(request)) throw Refusal.of(403, "tokenOnlyReads");
        boolean installation = bySession && caller.get().installationAdministrator();
        if (needs.contains(Needs.INSTALLATION) && !installation) throw Refusal.forbidden(Needs.INSTALLATION);
        if (needs.stream().noneMatch(need -> passes(actor, need))) {
            throw Refusal.forbidden(needs.getFirst());
        }
    }

    private static boolean writes(HttpServletRequest request) {
        return !Set.of("GET", "HEAD").contains(request.getMethod());
    }

    private static boolean passes(Actor actor, String need) {
        return switch (need) {
            case Needs.SIGNED_IN, Needs.SESSION, Needs.BEFORE_FACTOR, Needs.INSTALLATION -> true;
            default -> need.startsWith("{") || actor.may(need);
        };
    }
}
