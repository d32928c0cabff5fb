package io.chaoxi.platform.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction asked once it is not asked again: for answers that it does not change itself. And which records it
 * made.
 */
public final class Remembered implements TransactionSynchronization {
    private final Map<Object, Optional<?>> answers = new HashMap<>();
    private final Set<UUID> made = new HashSet<>();

    private Remembered() {}

    /** The answer of this transaction to the question, or of nobody's where none runs. */
    @SuppressWarnings("unchecked") // whoever asks with a key of his own gets what he put there
    public static <T> @Nullable T once(Object question, Supplier<@Nullable T> answer) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return answer.get();
        return (T) current()
                .answers
                .computeIfAbsent(question, any -> Optional.ofNullable(answer.get()))
                .orElse(null);
    }

    /** The record is there from now on because of this transaction. */
    static void made(UUID record) {
        current().made.add(record);
    }

    static boolean hasMade(UUID record) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && current().made.contains(record);
    }

    /** What was asked and made since may be undone with it, locks that were taken among it. */
    @Override
    public void savepointRollback(Object savepoint) {
        answers.clear();
        made.clear();
    }

    private static Remembered current() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Remembered found) return found;
        }
        var made = new Remembered();
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }
}
