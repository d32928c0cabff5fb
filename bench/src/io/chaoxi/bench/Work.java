package io.chaoxi.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** A job from its request to its end, with the highest memory on the way. */
final class Work {
    private static final int PATIENCE_SECONDS = 1_800;

    interface Start {
        JsonNode job() throws Exception;
    }

    /** {@code detail} tells memory and result, or the failure. */
    record Done(double seconds, long rows, long processorMilliseconds, Map<String, Object> detail) {
        boolean failed() {
            return detail.containsKey("failures");
        }
    }

    private Work() {}

    static Done of(Installation installation, Firm firm, Start start) throws Exception {
        var detail = new LinkedHashMap<String, Object>();
        var running = new AtomicBoolean(true);
        var highest = new AtomicLong();
        var watch = Thread.startVirtualThread(() -> {
            while (running.get()) {
                try {
                    highest.accumulateAndGet(installation.applicationMegabytes(), Math::max);
                    Thread.sleep(200);
                } catch (IOException | InterruptedException gone) {
                    return;
                }
            }
        });
        detail.put("memoryBefore", installation.applicationMegabytes());
        long spent = installation.processorMilliseconds();
        long begin = System.nanoTime();
        long rows = 0;
        double seconds = 0;
        try {
            var job = Jobs.await(firm.admin(), start.job().path("id").asString(), PATIENCE_SECONDS);
            seconds = (System.nanoTime() - begin) / 1e9;
            rows = job.path("progress").path("done").asLong();
            detail.put("seconds", Report.rounded(seconds));
            detail.put("result", Api.JSON.convertValue(job.path("result"), Object.class));
        } catch (IOException | IllegalStateException failed) {
            detail.put("failures", 1);
            detail.put("firstFailure", String.valueOf(failed.getMessage()));
        }
        running.set(false);
        watch.join();
        detail.put("memoryHighest", highest.get());
        return new Done(seconds, rows, installation.processorMilliseconds() - spent, detail);
    }
}
