package io.chaoxi.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Makes the next piece while the caller is busy with this one; what goes wrong there is thrown when it is asked for. */
final class Ahead<T> implements AutoCloseable {
    private final Supplier<T> pieces;
    private CompletableFuture<T> next;

    Ahead(Supplier<T> pieces) {
        this.pieces = pieces;
        this.next = begun();
    }

    private CompletableFuture<T> begun() {
        return CompletableFuture.supplyAsync(pieces, Thread::startVirtualThread);
    }

    T next() {
        try {
            T piece = next.join();
            next = begun();
            return piece;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            if (failed.getCause() instanceof Error cause) throw cause;
            throw failed;
        }
    }

    /** Waits for the piece that is in the making, for it uses what the caller closes next. */
    @Override
    public void close() {
        next.exceptionally(failed -> null).join();
    }
}
