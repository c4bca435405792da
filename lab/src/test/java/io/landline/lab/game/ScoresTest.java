package io.landline.lab.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.game.Scores.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// When the results are written, and what waits for it.
@Timeout(30)
class ScoresTest {
    private static final int PLAYERS = 50;
    private static final Standing ONE = new Standing(1, 0, 0, 0, 0);

    @TempDir
    Path folder;

    @Test
    void whatChangesWhileTheFileIsWrittenIsWrittenTogether() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var writes = new AtomicInteger();
        var scores = new Scores(folder.resolve("state"), (file, text) -> {
            writes.incrementAndGet();
            begun.countDown();
            await(goOn);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> scores.put("first", ONE));
            begun.await();
            var others = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < PLAYERS; i++) {
                String name = "player " + i;
                others.add(threads.submit(() -> scores.put(name, ONE)));
            }
            while (scores.players() <= PLAYERS) Thread.onSpinWait(); // they look on while it is written
            goOn.countDown();
            assertTrue(first.get());
            for (Future<Boolean> each : others) assertTrue(each.get());
        }
        assertEquals(2, writes.get());
    }

    @Test
    void aChangeThatTheDiskDoesNotTakeIsNotTold() throws Exception {
        var texts = new ArrayList<String>();
        var scores = new Scores(folder.resolve("state"), (_, text) -> {
            texts.add(text);
            if (texts.size() == 1) throw new IOException("full");
        });
        assertThrows(IOException.class, () -> scores.put("Ada", ONE));
        assertTrue(scores.put("Ben", ONE));
        assertEquals(List.of("player\tAda\t1\t0\t0\t0\t0\n",
                "player\tAda\t1\t0\t0\t0\t0\nplayer\tBen\t1\t0\t0\t0\t0\n"), texts);
    }

    /// Somebody may begin a game under ever other names, and leave.
    @Test
    void inventedNamesKeepNobodyFromPlaying() throws Exception {
        var quiz = new QuizServer(Question.builtIn(), false, null);
        quiz.scores().put("Ada", new Standing(3, 0, 0, 0, 0));
        var ben = new QuizSession(quiz, "a computer");
        assertTrue(ben.reply("START|Ben|2").startsWith("QUESTION|1|2|"));
        for (int i = 2; i < Scores.NAMES_MAX; i++) quiz.scores().put("invented " + i, new Standing(0, 1, 0, 0, 0));
        assertTrue(new QuizSession(quiz, "another").reply("START|Zoe|1").startsWith("QUESTION|1|1|"));
        assertEquals(Scores.NAMES_MAX, quiz.scores().players());
        assertEquals(new Standing(3, 0, 0, 0, 0), quiz.scores().of("Ada"));
        assertTrue(ben.reply("ANSWER|B").startsWith("QUESTION|2|2|"), "who plays goes on");
        assertNull(quiz.scores().of("invented 2"), "of those with the fewest points the first one went");
    }

    /// Anybody may register, and the file keeps it.
    @Test
    void namesThatSomebodyRegistersKeepNobodyFromPlaying() throws Exception {
        var quiz = new QuizServer(Question.builtIn(), false, null);
        quiz.scores().put("Ada", new Standing(3, 0, 0, 0, 0));
        quiz.scores().register("Ada", "1:2");
        for (int i = 1; i < Scores.NAMES_MAX; i++) {
            quiz.scores().register("invented " + i, "1:2");
            quiz.scores().put("invented " + i, new Standing(1, 0, 0, 0, 0));
        }
        assertTrue(new QuizSession(quiz, "another").reply("START|Zoe|1").startsWith("QUESTION|1|1|"));
        assertEquals(new Standing(3, 0, 0, 0, 0), quiz.scores().of("Ada"));
        assertNull(quiz.scores().of("invented 1"), "the first with the fewest points");
        assertEquals("1:2", quiz.scores().account("invented 1"), "nobody else gets the name");
        assertTrue(new QuizSession(quiz, "a third").reply("START|Max|1").startsWith("QUESTION|1|1|"));
        assertNotNull(quiz.scores().of("Zoe"), "who plays stays");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this", e);
        }
    }
}
