package io.chaoxi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fills a throw-away installation and measures it over HTTP, as bench/run --help says. */
final class Bench {
    static final Path ROOT = Path.of("").toAbsolutePath();

    /**
     * @param quick fewer repetitions, to try the program out
     * @param keep leaves the data for the next run
     * @param fault spoils the database, so that goals must be missed
     * @param only the parts to measure: start, read, write, activities, day, claim, exchange, duplicates, returns; or the drill alone
     */
    record Options(int customers, boolean quick, boolean keep, boolean fault, List<String> only) {
        private static final List<String> PARTS = List.of("start", "read", "write", "activities", "day", "claim", "exchange", "duplicates", "returns");

        static Options of(List<String> words) {
            return new Options(
                    Integer.parseInt(behind(words, "--customers", "100000")),
                    words.contains("--quick"),
                    words.contains("--keep"),
                    words.contains("--fault"),
                    words.contains("--drill")
                            ? List.of("drill")
                            : List.of(behind(words, "--only", String.join(",", PARTS)).split(",")));
        }

        private static String behind(List<String> words, String word, String otherwise) {
            int at = words.indexOf(word);
            return at < 0 ? otherwise : words.get(at + 1);
        }

        /** Whether all is measured with full repetitions on sound data, so that the result is kept in the repository. */
        boolean counts() {
            return !quick && !fault && (drill() || only.containsAll(PARTS));
        }

        boolean drill() {
            return only.contains("drill");
        }

        /** How often a thing is measured alone. */
        int times() {
            return quick ? 25 : 300;
        }

        /**
         * How long sixteen clients press before anything is measured, as a service that has been up for a while: in the
         * first minutes half of the processor time goes to the virtual machine's compiler.
         */
        int warmUpSeconds() {
            return quick ? 5 : 120;
        }

        /** How long sixteen clients press. */
        int seconds() {
            return quick ? 2 : 6;
        }

        Path home() {
            return ROOT.resolve("target/bench-home-" + customers);
        }
    }

    private Bench() {}

    public static void main(String[] words) throws Exception {
        var asked = List.of(words);
        if (asked.contains("--compare")) {
            Compare.latest(ROOT.resolve("bench/results"));
            return;
        }
        var options = Options.of(asked);
        var report = new Report(options);
        if (!options.keep()) Installation.delete(options.home());
        try (var installation = new Installation(options.home())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(report, installation)));
            run(options, report, installation);
        }
        report.print();
        report.write();
        if (!options.keep()) Installation.delete(options.home());
    }

    /** Ended from outside, or by an error: what was measured until then is kept, nothing is left running. */
    private static void interrupted(Report report, Installation installation) {
        try {
            if (!report.written()) {
                report.note("中途结束，只有部分指标 / ended on the way, only some of the figures");
                report.write();
            }
            installation.close();
        } catch (IOException | InterruptedException lost) {
            say("· " + lost);
        }
    }

    private static void run(Options options, Report report, Installation installation) throws Exception {
        installation.start();
        Path filled = options.home().resolve("bench-filled");
        var firm = new Firm(installation);
        if (Files.notExists(filled)) {
            say("正在造数据 / filling " + options.customers());
            firm.found();
            report.data(new Filling(installation, firm).fill(options.customers()));
            Files.writeString(filled, "");
        }
        firm.signIn();
        if (options.fault()) Faults.dropIndexes(installation);
        if (options.drill()) drill(report, installation);
        else measure(options, report, installation, firm);
    }

    private static void drill(Report report, Installation installation) throws Exception {
        report.dataSize(installation);
        new Drill(installation, report).measure();
        report.end();
    }

    private static void measure(Options options, Report report, Installation installation, Firm firm)
            throws Exception {
        if (options.only().contains("start")) new Starting(installation, report).measure(options.quick() ? 1 : 3);
        report.dataSize(installation);
        firm.signIn();
        var load = new Load(installation, options, report);
        if (options.only().contains("read")) new Reading(installation, firm, load, report).measure();
        if (options.only().contains("write")) new Writing(installation, firm, load, report).measure();
        if (options.only().contains("activities")) new Activities(installation, firm, load).measure();
        if (options.only().contains("day")) new Day(installation, firm, load).measure();
        if (options.only().contains("claim")) new Claiming(installation, firm, load).measure();
        report.memory("memory.load", "内存，负载后 / after load", 700, installation);
        if (options.only().contains("exchange")) new Exchange(installation, firm, options, report).measure();
        if (options.only().contains("duplicates")) new Duplicates(installation, firm, report).measure();
        if (options.only().contains("returns")) new Returns(installation, firm, report).measure();
        new PageSize(report).measure();
        report.end();
    }

    static void say(String text) {
        System.out.printf("%tT  %s%n", java.time.LocalTime.now(java.time.ZoneOffset.UTC), text);
    }
}
