package io.landline.ui.start;

import io.landline.ui.look.Fonts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The start of the toolkit, which takes longer than all else at the start of the program: it goes on beside the
/// reading of the command line and the opening of the node. Any thread.
final class ToolkitStart {
    private static @Nullable CompletableFuture<Void> begun;

    private ToolkitStart() {}

    /// Begins, once a process.
    static synchronized CompletableFuture<Void> begin() {
        CompletableFuture<Void> now = begun;
        if (now != null) return now;
        var started = new CompletableFuture<Void>();
        begun = started;
        Thread.ofPlatform().daemon().name("toolkit-start").start(() -> {
            try {
                Platform.startup(() -> {
                    Platform.setImplicitExit(false); // the node is closed first, then the toolkit
                    started.complete(null);
                });
                Fonts.load(); // beside the JavaFX thread, which waits for them before the first page
            } catch (RuntimeException | LinkageError e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    /// Waits until the toolkit runs.
    ///
    /// @throws IllegalStateException where it cannot, with what it says about that. What a toolkit without display or
    ///         native library throws differs by system
    static void await() {
        try {
            begin().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            throw new IllegalStateException(cause == null ? e.getMessage() : cause.getMessage(), cause);
        }
    }
}
