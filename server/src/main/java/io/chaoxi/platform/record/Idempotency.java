package io.chaoxi.platform.record;

import static chaoxi.tables.Tables.IDEMPOTENCY;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One effect for an {@code Idempotency-Key}, however often it is sent within a day: the key is taken in the transaction
 * of the effect, so that copies wait for it and answer with what it made. Another body under the same key is refused.
 */
@Component
public class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);

    private final DSLContext database;
    private final Clock clock;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    Idempotency(DSLContext database, Clock clock, Jobs jobs, TransactionTemplate transaction) {
        this.database = database;
        this.clock = clock;
        this.jobs = jobs;
        this.transaction = transaction;
    }

    /** The job that was ordered, now or when the key was first used, as it stands. */
    public JobView job(@Nullable String key, String request, Supplier<JobView> order) {
        if (key == null) return order.get();
        return transaction.execute(
                status -> jobs.get(once(key, request, () -> order.get().id())));
    }

    /** The id that the effect made, now or when the key was first used. Without a key the effect simply happens. */
    @Transactional
    public UUID once(@Nullable String key, String request, Supplier<UUID> effect) {
        if (key == null) return effect.get();
        if (key.isBlank() || key.length() > 200) throw Refusal.malformed("idempotencyKeyRefused", java.util.Map.of());
        byte[] hash = hash(request);
        return taken(key, hash) ? keep(key, effect.get()) : answered(key, hash);
    }

    private boolean taken(String key, byte[] hash) {
        var actor = Acting.current();
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.PERSON_ID.eq(actor.person()))
                .and(IDEMPOTENCY.KEY.eq(key))
                .and(IDEMPOTENCY.AT.lt(now.minus(KEPT)))
                .execute();
        return database.insertInto(IDEMPOTENCY)
                        .set(IDEMPOTENCY.TENANT_ID, actor.tenant())
                        .set(IDEMPOTENCY.PERSON_ID, actor.person())
                        .set(IDEMPOTENCY.KEY, key)
                        .set(IDEMPOTENCY.REQUEST_HASH, hash)
                        .set(IDEMPOTENCY.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private UUID keep(String key, UUID id) {
        database.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.ANSWER, answer(id))
                .where(IDEMPOTENCY.PERSON_ID.eq(Acting.current().person()))
                .and(IDEMPOTENCY.KEY.eq(key))
                .execute();
        return id;
    }

    private UUID answered(String key, byte[] hash) {
        var row = database.select(IDEMPOTENCY.REQUEST_HASH, IDEMPOTENCY.ANSWER)
                .from(IDEMPOTENCY)
                .where(IDEMPOTENCY.PERSON_ID.eq(Acting.current().person()))
                .and(IDEMPOTENCY.KEY.eq(key))
                .fetchSingle();
        if (!Arrays.equals(row.value1(), hash)) {
            throw Refusal.fields(java.util.List.of(new FieldError("Idempotency-Key", "idempotencyKeyReused")));
        }
        return UUID.fromString(row.value2().data().replace("\"", ""));
    }

    /** An answer that leads to a record that is gone for good is no answer. */
    @EventListener
    void on(RecordsForgotten forgotten) {
        var answers = forgotten.ids().stream().map(Idempotency::answer).toList();
        database.deleteFrom(IDEMPOTENCY).where(IDEMPOTENCY.ANSWER.in(answers)).execute();
    }

    private static JSONB answer(UUID id) {
        return JSONB.valueOf('"' + id.toString() + '"');
    }

    /** What tells one content from another, for a request that carries a file. */
    public static String digest(InputStream content) throws IOException {
        var digest = sha256();
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] hash(String request) {
        return sha256().digest(request.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
