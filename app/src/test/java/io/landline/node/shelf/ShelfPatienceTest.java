package io.landline.node.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.shelf.ShelfException;
import io.landline.shelf.ShelfRefusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShelfPatienceTest {
    private Duration now = Duration.ZERO;
    private int asked;
    private final ShelfPatience patience = new ShelfPatience(() -> now);

    private CompletableFuture<String> answer(ShelfRefusal why, Duration after) {
        asked++;
        now = now.plus(after);
        return CompletableFuture.failedFuture(new ShelfException(why));
    }

    private ShelfRefusal refused(ShelfRefusal why, Duration after) {
        return assertThrows(ShelfException.class, () -> patience.await(() -> answer(why, after))).why();
    }

    /// An answer has twenty seconds: with a hundred of them one command would wait for half an hour.
    @Test
    void anOwnerThatSaysLateEachTimeThatItIsBusyIsNotAskedWithoutEnd() {
        assertEquals(ShelfRefusal.BUSY, refused(ShelfRefusal.BUSY, Duration.ofSeconds(19)));
        assertEquals(1, asked);
    }

    @Test
    void whoIsBusyIsAskedAgain() throws ShelfException {
        assertEquals("page", patience.await(() -> asked == 0
                ? answer(ShelfRefusal.BUSY, Duration.ofMillis(1))
                : CompletableFuture.completedFuture("page")));
        assertEquals(ShelfRefusal.GONE, refused(ShelfRefusal.GONE, Duration.ZERO));
        assertEquals(2, asked);
    }
}
