package io.landline.node.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.room.ConversationId;
import io.landline.storage.choices.ChoiceTables;
import io.landline.storage.choices.ChoicesAtOnce;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.SteppedReads;
import io.landline.testing.Patience;
import io.landline.testing.StoppedThread;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What the user chose, while a room goes on as another one.
class ConversationChoicesTest extends DatabaseTest {
    private static final ConversationId OLD = new ConversationId(1, 1);
    private static final ConversationId NEXT = new ConversationId(2, 2);

    @Test
    void allOfItIsOfOneMoment() throws Exception {
        var choices = new ConversationChoices(database, InstantSource.system());
        choices.mute(OLD, null, null);
        choices.setArchived(OLD, null, true);
        var now = new FutureTask<>(choices::now);
        Thread asking = Thread.ofPlatform().unstarted(now);
        try (var reads = new SteppedReads(database)) {
            asking.start();
            StoppedThread.await(asking);
            reads.one();
            database.<Boolean>write(Durability.BATCHED, connection -> {
                ChoiceTables.move(connection, OLD.bytes(), NEXT.bytes());
                return true;
            });
        }
        ChoicesAtOnce all = now.get(Patience.SECONDS, TimeUnit.SECONDS).all();
        assertEquals(Set.of(OLD), all.muted().all());
        assertEquals(Map.of(OLD, 0L), all.archived(), "a muted one would seem to come back");
    }
}
