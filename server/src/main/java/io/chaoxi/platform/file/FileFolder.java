package io.chaoxi.platform.file;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Acting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where the bytes lie: {@code CRM_HOME/files/<firm>/<yy-MM>/<id>}. A file is written beside its place and moved there
 * whole, so that a kill leaves no half file under a name that is looked up.
 */
@Component
class FileFolder {
    private static final int BUFFER = 65_536;

    private final Path root;

    FileFolder(CrmSettings settings) {
        this.root = settings.home().resolve("files");
    }

    Path place(UUID id, Instant at) {
        return root.resolve(FilePlace.of(Acting.current().tenant(), id, at));
    }

    /** Where the firm's files in the making lie; what a killed program left there is cleared after days. */
    Path drafts() {
        return root.resolve(String.valueOf(Acting.current().tenant())).resolve("drafts");
    }

    /** A new file for work in progress. */
    Path draft(String name) {
        Path folder = drafts();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(name);
    }

    /** Takes the stream up to the limit; 413 beyond it. */
    Path receive(InputStream in, long limit) {
        Path draft = draft(UUID.randomUUID() + ".part");
        try (OutputStream out = Files.newOutputStream(draft)) {
            byte[] buffer = new byte[BUFFER];
            long taken = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                taken += read;
                if (taken > limit) throw Refusal.of(413, "uploadTooLarge", Map.of("max", limit / 1_000_000));
                out.write(buffer, 0, read);
            }
            return draft;
        } catch (IOException e) {
            remove(draft);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            remove(draft);
            throw e;
        }
    }

    /** Moves a draft to its place; taken back when the transaction is. */
    void keep(Path draft, Path place) {
        try {
            Files.createDirectories(place.getParent());
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        afterwards(false, place);
    }

    /** Removes the bytes when the transaction has committed. */
    void removeAfterCommit(Path place) {
        afterwards(true, place);
    }

    private static void afterwards(boolean committed, Path place) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if ((status == STATUS_COMMITTED) == committed) remove(place);
            }
        });
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
