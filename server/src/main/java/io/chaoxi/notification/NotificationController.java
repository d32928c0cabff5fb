package io.chaoxi.notification;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
@Needs(Needs.SIGNED_IN)
class NotificationController {
    private static final int PAGE = 30;
    private static final int MOST_READ = 200;

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    /** A page and the cursor behind it, null at the end. */
    record Page(List<Notification> items, @Nullable String next) {}

    record Count(int unread) {}

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String after) {
        var found = notifications.page(after == null || after.isEmpty() ? null : cursor(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        var page = more ? found.subList(0, PAGE) : found;
        return new Page(page, more ? page.getLast().id().toString() : null);
    }

    private static UUID cursor(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("cursorRefused", Map.of());
        }
    }

    @GetMapping("/count")
    Count count() {
        return new Count(notifications.unread());
    }

    /** Which ones were read. */
    record Read(@Nullable List<UUID> ids, @Nullable Boolean all) {}

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestBody @Shaped(Read.class) JsonNode body) {
        var input = Input.of(body, Read.class);
        boolean all = input.yesNo("all", false);
        List<UUID> ids = ids(input);
        input.check();
        if (all) notifications.readAll();
        else notifications.read(ids);
    }

    private static List<UUID> ids(Input input) {
        List<UUID> ids = new ArrayList<>();
        for (JsonNode id : input.list("ids", MOST_READ)) {
            try {
                ids.add(UUID.fromString(id.isString() ? id.stringValue() : ""));
            } catch (IllegalArgumentException e) {
                input.refuse("ids", "notAnId");
            }
        }
        return ids;
    }
}
