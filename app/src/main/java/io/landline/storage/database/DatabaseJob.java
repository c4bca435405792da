package io.landline.storage.database;

import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One piece of work on its way, with its answer. A thread of the database, or its caller's own where a connection is
/// lent, runs it and tells the outcome, or refuses it; the caller waits for [#done].
final class DatabaseJob<T extends @Nullable Object> {
    final Durability durability;
    final CompletableFuture<T> done = new CompletableFuture<>();
    private final Work<T> work;
    private final Consumer<Throwable> beforeFailureIsTold;
    private @Nullable T result;
    private @Nullable Throwable failure;

    /// @param beforeFailureIsTold runs before the caller hears of a failure, so that the caller finds it done
    DatabaseJob(Work<T> work, Durability durability, Consumer<Throwable> beforeFailureIsTold) {
        this.work = work;
        this.durability = durability;
        this.beforeFailureIsTold = beforeFailureIsTold;
    }

    /// Does the work without telling the caller yet; false where it failed.
    boolean run(Connection connection) {
        try {
            result = work.run(connection);
            return true;
        } catch (VirtualMachineError e) {
            done.completeExceptionally(e); // the end of this process, which its caller must not miss meanwhile
            throw e;
        } catch (SQLException | RuntimeException | Error e) {
            // another Error too: it is the caller's to hear, and everybody else still needs this thread
            failure = e;
            return false;
        }
    }

    /// It will never run.
    void refuse() {
        done.completeExceptionally(Database.closed());
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    void fail(Throwable cause) {
        failure = cause;
    }

    @SuppressWarnings("NullAway") // the result may be null exactly where T may be
    void tell() {
        if (failure != null) {
            try {
                beforeFailureIsTold.accept(failure);
            } catch (RuntimeException e) {
                failure.addSuppressed(e); // the caller hears of both
            }
            done.completeExceptionally(failure);
        } else {
            done.complete(result);
        }
    }
}
