package io.chaoxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the processor went to programs that are not part of the measurement. */
final class Cpu {
    private Installation installation;
    private long idle;
    private long all;
    private long ours;

    void begin(Installation measured) throws IOException {
        installation = measured;
        long[] now = machine();
        all = now[0];
        idle = now[1];
        ours = installation.processorMilliseconds();
    }

    /** From 0 to 1, of all cores. */
    double shareOfOthers() throws IOException {
        if (installation == null) return 0;
        long[] now = machine();
        double total = now[0] - all;
        double busy = total - (now[1] - idle);
        return total == 0 ? 0 : Report.rounded(Math.max(0, (busy - (installation.processorMilliseconds() - ours) / 10.0) / total));
    }

    private static long[] machine() throws IOException {
        String[] words = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        long sum = 0;
        for (int i = 1; i <= 8; i++) sum += Long.parseLong(words[i]);
        return new long[] {sum, Long.parseLong(words[4]) + Long.parseLong(words[5])};
    }
}
