package io.chaoxi.bench;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waiting for long work. */
final class Jobs {
    private static final Set<String> UNDER_WAY = Set.of("queued", "running");

    private Jobs() {}

    static JsonNode await(Api api, String id, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (true) {
            var job = api.ask(api.get("/jobs/" + id));
            String state = job.path("state").asString();
            if (state.equals("done")) return job;
            if (!UNDER_WAY.contains(state)) throw new IllegalStateException("The job failed: " + job);
            if (System.nanoTime() > end) throw new IllegalStateException("The job did not end: " + job);
            Thread.sleep(100);
        }
    }
}
