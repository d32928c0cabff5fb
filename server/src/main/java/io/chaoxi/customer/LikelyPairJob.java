package io.chaoxi.customer;

import io.chaoxi.customer.ComparedSql.Whole;
import io.chaoxi.platform.file.StoredFiles;
import io.chaoxi.platform.job.JobKind;
import io.chaoxi.platform.job.JobRun;
import io.chaoxi.platform.match.LikelyPairs;
import io.chaoxi.platform.match.Rarity;
import io.chaoxi.platform.rights.Acting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks through all customers or contacts of a firm for two that are probably one. They are written to files once and compared there;
 * a run after a kill begins anew. The pairs of the search before stay until these replace them.
 */
class LikelyPairJob implements JobKind {
    private static final int PAGE = 5_000;
    private static final int MOST = 20_000;

    /** Of the whole work, writing them down is about a fifth. */
    private static final double WRITING = 0.2;

    private final Compared compared;
    private final ComparedSql records;
    private final LikelyPairSql sql;
    private final Rarities rarities;
    private final StoredFiles files;

    LikelyPairJob(Compared compared, ComparedSql records, LikelyPairSql sql, Rarities rarities, StoredFiles files) {
        this.compared = compared;
        this.records = records;
        this.sql = sql;
        this.rarities = rarities;
        this.files = files;
    }

    @Override
    public String kind() {
        return compared.job();
    }

    /** What the search works with. */
    private record Ground(long records, Rarity rarity, Path folder) {}

    @Override
    public Map<String, @Nullable Object> run(JobRun run) {
        Ground ground = run.step(() -> {
            Acting.current().require(compared.right());
            run.unhurried();
            var rarity = rarities.of(compared).with(records.crowds(compared));
            var folder = files.draft(run.draft("pairs"));
            return new Ground(records.count(compared), rarity, folder);
        });
        try {
            Files.createDirectories(ground.folder());
            try (var pairs = new LikelyPairs(ground.folder(), ground.rarity(), MOST)) {
                long written = write(run, ground, pairs);
                return compare(run, written, pairs);
            } finally {
                Files.deleteIfExists(ground.folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(JobRun run, Ground ground, LikelyPairs pairs) {
        long written = 0;
        UUID after = null;
        List<Whole> page;
        do {
            UUID from = after;
            long reached = (long) (written * WRITING);
            page = run.step(() -> {
                run.reached(Math.min(reached, ground.records()), ground.records(), null);
                return records.walk(compared, from, PAGE);
            });
            for (Whole one : page) {
                pairs.add(one.id(), compared.party(one.values(), field -> true));
                after = one.id();
            }
            written += page.size();
        } while (page.size() == PAGE);
        return written;
    }

    private Map<String, @Nullable Object> compare(JobRun run, long written, LikelyPairs pairs) {
        for (int part = 0; part < LikelyPairs.PARTS; part++) {
            pairs.compare(part);
            long reached = (long) (written * (WRITING + (1 - WRITING) * (part + 1) / LikelyPairs.PARTS));
            run.step(() -> run.reached(reached, written, null));
        }
        return run.step(() -> {
            Acting.current().require(compared.right());
            sql.replace(compared, pairs.pairs(), written);
            Map<String, @Nullable Object> result =
                    Map.of("compared", written, "pairs", pairs.pairs().size());
            run.finished(result);
            return result;
        });
    }
}
