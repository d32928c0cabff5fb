package io.chaoxi.platform.web;

import io.chaoxi.platform.problem.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters and parts of forms that a route does not have: a misspelt filter would be answered with
 * everything. What a route has is what its method declares. Asked after the gate, so it tells nothing to whoever may not
 * call the route.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    private static final int LONGEST_TOLD = 80;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/**").order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && handler instanceof HandlerMethod method && ours(method)) check(request, method);
        return true;
    }

    private static boolean ours(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("io.chaoxi.");
    }

    private void check(HttpServletRequest request, HandlerMethod method) {
        var names = known.computeIfAbsent(method.getMethod(), any -> declared(method));
        for (String sent : sent(request)) {
            if (!names.contains(sent)) throw unknown(sent, names);
        }
    }

    private static Set<String> sent(HttpServletRequest request) {
        var sent = new LinkedHashSet<>(request.getParameterMap().keySet());
        if (request instanceof MultipartRequest form)
            sent.addAll(form.getMultiFileMap().keySet());
        return sent;
    }

    private static Set<String> declared(HandlerMethod method) {
        var names = new LinkedHashSet<String>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            var declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared == null) continue;
            names.add(declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name());
        }
        return names;
    }

    private static Refusal unknown(String sent, Set<String> names) {
        String told = sent.length() <= LONGEST_TOLD ? sent : sent.substring(0, LONGEST_TOLD) + "…";
        String allowed = names.isEmpty() ? "–" : String.join(", ", names);
        return Refusal.malformed("parameterUnknown", Map.of("name", told, "known", allowed));
    }
}
