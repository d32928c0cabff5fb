package io.chaoxi.task;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is done with a task beyond the verbs of every record, each with the version that was seen; and tasks of records. */
@RestController
@RequestMapping("/api/v1")
class TaskController {
    private static final int LONGEST_RESULT = 20_000;
    private static final int LONGEST_REASON = 500;

    private final Tasks tasks;
    private final TaskBlocks blocks;

    TaskController(Tasks tasks, TaskBlocks blocks) {
        this.tasks = tasks;
        this.blocks = blocks;
    }

    /** What came of it; absent leaves what stands there. */
    record Completion(@Nullable String result) {}

    @PostMapping("/tasks/{id}/done")
    @Needs("task.update")
    ResponseEntity<Tasks.Finished> done(
            @PathVariable String id,
            @RequestBody @Shaped(Completion.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Completion.class);
        String result = input.optional("result", LONGEST_RESULT, null);
        input.check();
        return answer(tasks.done(Ids.known(id), version, result, null));
    }

    /** {@code series}: nothing comes behind it either. */
    record Cancelling(String reason, @Nullable Boolean series) {}

    @PostMapping("/tasks/{id}/cancel")
    @Needs("task.update")
    ResponseEntity<Tasks.Finished> cancel(
            @PathVariable String id,
            @RequestBody @Shaped(Cancelling.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long version = IfMatch.version(ifMatch);
        var input = Input.of(body, Cancelling.class);
        String reason = input.text("reason", LONGEST_REASON, null);
        boolean series = input.yesNo("series", false);
        input.check();
        return answer(tasks.cancel(Ids.known(id), version, reason, series));
    }

    @PostMapping("/tasks/{id}/reopen")
    @Needs("task.update")
    ResponseEntity<Tasks.Finished> reopen(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(tasks.reopen(Ids.known(id), IfMatch.version(ifMatch)));
    }

    private static ResponseEntity<Tasks.Finished> answer(Tasks.Finished finished) {
        return ResponseEntity.ok()
                .eTag(String.valueOf(finished.task().get("version")))
                .body(finished);
    }

    @GetMapping("/customers/{id}/tasks")
    @Needs("task.read")
    TaskBlocks.Block ofCustomer(@PathVariable String id) {
        return blocks.of("customer", Ids.known(id));
    }

    @GetMapping("/contacts/{id}/tasks")
    @Needs("task.read")
    TaskBlocks.Block ofContact(@PathVariable String id) {
        return blocks.of("contact", Ids.known(id));
    }

    @GetMapping("/leads/{id}/tasks")
    @Needs("task.read")
    TaskBlocks.Block ofLead(@PathVariable String id) {
        return blocks.of("lead", Ids.known(id));
    }
}
