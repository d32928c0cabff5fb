package io.chaoxi.bench;

import java.util.ArrayList;
import java.util.Map;

/** From the command to the first answer, with the data in place, and the memory that rest takes. */
final class Starting {
    private static final int GOAL_MILLISECONDS = 5_000;

    private final Installation installation;
    private final Report report;

    Starting(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    void measure(int times) throws Exception {
        var took = new ArrayList<Long>();
        var spent = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            installation.stop();
            took.add(installation.start());
            spent.add(installation.processorMilliseconds() - Installation.ownMilliseconds());
        }
        took.sort(null);
        report.most("start", "启动到首次应答 / start to first answer", took.get(times / 2) / 1e3, "s", GOAL_MILLISECONDS / 1e3,
                Map.of("milliseconds", took, "processorMilliseconds", spent));
        Thread.sleep(8_000);
        report.memory("memory.rest", "内存，静止 / memory at rest", 400, installation);
    }
}
