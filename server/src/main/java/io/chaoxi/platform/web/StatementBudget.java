package io.chaoxi.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Says beside an answer how many statements it took, and turns one that took too many into a fault; both as the settings
 * want it. Asked before the body is written, when all statements have been made.
 */
@ControllerAdvice
class StatementBudget implements ResponseBodyAdvice<Object> {
    /** The first firm comes with the first session, once in the life of an installation: it may take twice as many. */
    private static final String SETUP = "/api/v1/setup";

    private final WebSettings settings;

    StatementBudget(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return settings.statementsShown() || settings.statementsAtMost() > 0;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        int statements = StatementCount.soFar();
        int most = settings.statementsAtMost();
        if (settings.statementsShown()) response.getHeaders().set("Server-Timing", "sql;desc=" + statements);
        if (SETUP.equals(request.getURI().getPath())) most *= 2;
        if (most > 0 && statements > most && counts(method)) {
            throw new IllegalStateException("%d SQL statements for one request".formatted(statements));
        }
        return body;
    }

    /** Problems are answered whatever they cost, and so are the libraries' own routes. */
    private static boolean counts(MethodParameter method) {
        Class<?> type = method.getContainingClass();
        return type.getName().startsWith("io.chaoxi.") && !type.getSimpleName().endsWith("Advice");
    }
}
