package io.chaoxi.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Sends requests one by one or with sixteen clients, and times them from sending to the last byte of the answer. */
final class Load {
    static final int CLIENTS = 16;
    private static final int ROUNDS_AT_LEAST = 25;
    private static final long LONGEST_SECONDS = 60;

    private final Installation installation;
    private final Bench.Options options;
    private final Report report;

    Load(Installation installation, Bench.Options options, Report report) {
        this.installation = installation;
        this.options = options;
        this.report = report;
    }

    /** Requests that belong together and may be sent many times, each time perhaps other ones. */
    record Case(String key, String label, Api api, Supplier<List<HttpRequest>> requests) {
        static Case one(String key, String label, Api api, Supplier<HttpRequest> request) {
            return new Case(key, label, api, () -> List.of(request.get()));
        }
    }

    /** Times of one case in milliseconds, sorted, and what failed. */
    record Times(double[] sorted, List<String> failures) {
        double at(double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
        }

        Map<String, Object> detail() {
            var detail = new LinkedHashMap<String, Object>();
            detail.put("p05", Report.rounded(at(0.05)));
            detail.put("p50", Report.rounded(at(0.5)));
            detail.put("p95", Report.rounded(at(0.95)));
            detail.put("max", Report.rounded(at(1)));
            detail.put("count", sorted.length);
            if (!failures.isEmpty()) {
                detail.put("failures", failures.size());
                detail.put("firstFailure", failures.getFirst());
            }
            return detail;
        }
    }

    /**
     * Each case alone on the machine, the cases taking turns, so that a busy moment meets all of them. A slow machine gets
     * fewer rounds; the count stands beside the figure.
     */
    Map<String, Times> alone(List<Case> cases) throws Exception {
        return alone(cases, options.times());
    }

    Map<String, Times> alone(List<Case> cases, int times) throws Exception {
        var measured = new LinkedHashMap<String, List<Double>>();
        var failures = new LinkedHashMap<String, List<String>>();
        for (var one : cases) {
            measured.put(one.key(), new ArrayList<>());
            failures.put(one.key(), new ArrayList<>());
        }
        int warmUp = Math.min(100, times / 3);
        long patience = System.nanoTime() + LONGEST_SECONDS * 1_000_000_000L;
        for (int i = -warmUp; i < times; i++) {
            if (System.nanoTime() > patience) {
                if (i >= ROUNDS_AT_LEAST) break;
                if (i < 0) i = 0;
            }
            for (var one : cases) {
                double took = timed(one, failures.get(one.key()));
                if (i >= 0) measured.get(one.key()).add(took);
            }
        }
        var result = new LinkedHashMap<String, Times>();
        measured.forEach((key, took) -> result.put(key, times(took, failures.get(key))));
        return result;
    }

    private static Times times(Iterable<Double> took, List<String> failures) {
        var all = new ArrayList<Double>();
        took.forEach(all::add);
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Times(sorted, failures);
    }

    private static double timed(Case one, List<String> failures) throws Exception {
        var requests = one.requests().get();
        long begin = System.nanoTime();
        Api.Answer wrong = null;
        for (var request : requests) {
            var answer = one.api().send(request);
            if (answer.status() / 100 != 2) wrong = answer;
        }
        double took = (System.nanoTime() - begin) / 1e6;
        if (wrong != null) failures.add(wrong.status() + " " + wrong.text());
        return took;
    }

    /** The cases alone, each judged by its 95th percentile. */
    Map<String, Times> judged(List<Case> cases, double goal) throws Exception {
        var all = alone(cases);
        for (var one : cases) {
            var times = all.get(one.key());
            report.most(one.key() + ".p95", one.label() + " p95", times.at(0.95), "ms", goal, times.detail());
        }
        return all;
    }

    /** The rate of the first seconds after the start. */
    void cold(Case one) throws Exception {
        var took = new ConcurrentLinkedQueue<Double>();
        var failures = new ConcurrentLinkedQueue<String>();
        long begin = System.nanoTime();
        press(one, options.seconds(), took, failures);
        double seconds = (System.nanoTime() - begin) / 1e9;
        report.told("list.cold.rate", "启动后最初几秒 first seconds after the start ×" + CLIENTS, took.size() / seconds, "/s", times(took, List.copyOf(failures)).detail());
    }

    /** Presses the cases in turn until the virtual machine has compiled what they need. */
    void warmUp(List<Case> cases) throws Exception {
        int seconds = Math.max(1, options.warmUpSeconds() / cases.size());
        for (var one : cases) press(one, seconds, new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    }

    /**
     * Requests per second with sixteen clients, behind as many seconds of warming up; a failure makes the goal missed. The
     * processor time of a request tells what the machine could do were it quiet.
     */
    void pressed(Case one, double goal) throws Exception {
        var took = new ConcurrentLinkedQueue<Double>();
        var failures = new ConcurrentLinkedQueue<String>();
        press(one, options.seconds(), took, failures);
        took.clear();
        failures.clear();
        long spent = installation.processorMilliseconds();
        long begin = System.nanoTime();
        press(one, options.seconds(), took, failures);
        double seconds = (System.nanoTime() - begin) / 1e9;
        spent = installation.processorMilliseconds() - spent;
        var times = times(took, List.copyOf(failures));
        double each = (double) spent / times.sorted().length;
        var detail = times.detail();
        detail.put("processorMillisecondsPerRequest", Report.rounded(each));
        detail.put("possiblePerSecond", Math.round(Runtime.getRuntime().availableProcessors() * 1_000 / each));
        report.least(one.key() + ".rate", one.label() + " ×" + CLIENTS, times.sorted().length / seconds, "/s", goal, detail);
    }

    private static void press(Case one, int seconds, ConcurrentLinkedQueue<Double> took, ConcurrentLinkedQueue<String> failures) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> {
                    var mine = new ArrayList<String>();
                    while (System.nanoTime() < end) took.add(timed(one, mine));
                    failures.addAll(mine);
                    return null;
                });
            }
        }
    }
}
