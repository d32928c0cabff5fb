package io.chaoxi.platform.problem;

import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the frameworks and the database refuse, in our own words. Null means that it is a fault of ours. */
final class Causes {
    private Causes() {}

    static @Nullable Refusal refusal(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            Refusal refusal = known(cause);
            if (refusal != null) return refusal;
            if (cause.getCause() == cause) return null;
        }
        return null;
    }

    private static @Nullable Refusal known(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case SQLException sql -> sql(sql);
            case IOException e when noSpace(e) -> diskFull();
            case MultipartException e
            when e.getRootCause() instanceof IOException inner && noSpace(inner) -> diskFull();
            case DataAccessException jooq when jooq.getCause() == null -> null;
            case CannotGetJdbcConnectionException e -> unavailable();
            case CannotCreateTransactionException e -> unavailable();
            case TransientDataAccessResourceException e -> unavailable();
            case AsyncRequestTimeoutException e -> unavailable();
            case HttpMessageNotReadableException e when e.getCause() instanceof Refusal inner -> inner;
            case HttpMessageNotReadableException e -> Refusal.malformed("bodyUnreadable", Map.of());
            case MaxUploadSizeExceededException e -> Refusal.of(413, "tooLargeUpload");
            case MultipartException e -> Refusal.malformed("bodyUnreadable", Map.of());
            case BindException e -> fields(e);
            case ConstraintViolationException e -> violations(e);
            case HandlerMethodValidationException e -> Refusal.malformed("parameterRefused", Map.of("name", "?"));
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case MissingRequestHeaderException e
            when "If-Match".equals(e.getHeaderName()) -> Refusal.of(428, "versionNeeded");
            case MissingPathVariableException e -> null;
            case RequestRejectedException e -> Refusal.malformed("parameterRefused", Map.of("name", "?"));
            case ErrorResponse response -> status(response.getStatusCode().value());
            default -> null;
        };
    }

    private static Refusal unavailable() {
        return Refusal.of(503, "unavailable").with("retryAfter", 5);
    }

    private static Refusal diskFull() {
        return Refusal.of(503, "diskFull").with("retryAfter", 60);
    }

    /** Java knows a full disk, or a used up quota, by the words of the system only. */
    private static boolean noSpace(IOException exception) {
        String message = String.valueOf(exception.getMessage());
        return message.contains("No space left on device") || message.contains("quota exceeded");
    }

    /** By PostgreSQL's SQLSTATE; a class 22 value is input that no column can hold, such as the character NUL. */
    private static @Nullable Refusal sql(SQLException exception) {
        String state = String.valueOf(exception.getSQLState());
        return switch (state) {
            case "22021", "22P05" -> Refusal.of(422, "characterRefused");
            case "22001", "22003", "22008" -> Refusal.of(422, "valueOutOfRange");
            case "23505" -> Refusal.of(409, "conflict");
            case "23503" -> Refusal.of(409, "inUse");
            case "40001", "40P01", "55P03" -> Refusal.of(409, "conflict");
            case "57014" -> Refusal.of(503, "tooSlow").with("retryAfter", 5);
            case "53100" -> diskFull();
            case "53200", "53300", "57P01", "57P02", "57P03", "58030" -> unavailable();
            default -> state.startsWith("08") ? unavailable() : null;
        };
    }

    /** A path that names nothing leads nowhere; a parameter of the wrong form is malformed. */
    private static Refusal mismatch(MethodArgumentTypeMismatchException exception) {
        boolean path = exception
                .getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return path ? Refusal.notFound() : Refusal.malformed("parameterRefused", Map.of("name", exception.getName()));
    }

    private static Refusal fields(BindException exception) {
        List<FieldError> errors = new ArrayList<>();
        for (var error : exception.getFieldErrors())
            errors.add(new FieldError(error.getField(), code(error.getCode())));
        return Refusal.fields(errors);
    }

    private static Refusal violations(ConstraintViolationException exception) {
        return Refusal.fields(exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        violation.getPropertyPath().toString(),
                        code(violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName())))
                .toList());
    }

    private static String code(@Nullable String constraint) {
        if (constraint == null || constraint.isEmpty()) return "invalid";
        return constraint.substring(0, 1).toLowerCase(Locale.ROOT) + constraint.substring(1);
    }

    private static Refusal status(int status) {
        return switch (status) {
            case 400 -> Refusal.malformed("requestMalformed", Map.of());
            case 404 -> Refusal.notFound();
            case 405 -> Refusal.of(405, "methodRefused");
            case 406 -> Refusal.of(406, "answerTypeRefused");
            case 413 -> Refusal.of(413, "tooLargeUpload");
            case 415 -> Refusal.of(415, "bodyTypeRefused");
            case 503 -> unavailable();
            default -> status >= 500 ? Refusal.of(500, "fault") : Refusal.of(status, "requestMalformed");
        };
    }
}
