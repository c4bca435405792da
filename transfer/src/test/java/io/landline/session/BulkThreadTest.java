package io.landline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BulkThreadTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aThreadThatMovesFilesIsNicerThanWhoStartsItAndOneThatItStartsIsNoNicer() throws Exception {
        int before = nice();
        var first = new CompletableFuture<Integer>();
        var second = new CompletableFuture<Integer>();
        Thread thread = BulkThread.start("files-first", () -> {
            first.complete(nice());
            BulkThread.start("files-second", () -> second.complete(nice()));
        });
        assertEquals(Math.max(before, 5), first.get());
        assertEquals(first.get(), second.get());
        assertEquals(before, nice());
        assertTrue(thread.isDaemon());
        assertEquals("files-first", thread.getName());
    }

    /// Of the calling thread, by proc(5): word 19, where the name in parentheses is word 2.
    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
