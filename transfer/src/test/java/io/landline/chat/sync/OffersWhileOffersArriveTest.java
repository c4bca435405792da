package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.frame.EntriesFrame;
import io.landline.cost.Standing;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FakeVerdicts;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.frame.Frame;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.session.ReceivedFrame;
import io.landline.session.Session;
import io.landline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Offers go out while a crowd of offers comes in: the files' queue and that of the conversations must not wait for
/// each other.
@Timeout(Patience.SECONDS)
class OffersWhileOffersArriveTest {
    private static final int ARRIVING = 500;
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(1);
    private final Identity self = Identity.generate();
    private final CountDownLatch arriving = new CountDownLatch(1);
    private final CountDownLatch allArrived = new CountDownLatch(ARRIVING);
    @TempDir
    private Path folder;
    private Conversations conversations;
    private Transfers transfers;

    private final class Log implements OfferPublisher {
        @Override
        public void publish(ConversationId conversation, byte[] body, Consumer<EntryId> committed) {
            awaitArrival();
            conversations.append(CONVERSATION, EntryKind.OFFER, body,
                    entry -> committed.accept(entry.id()));
        }

        private void awaitArrival() {
            try {
                arriving.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void withdraw(ConversationId conversation, EntryId offer) {
            throw new AssertionError("nothing is withdrawn");
        }

        @Override
        public void identity(ConversationId conversation, EntryId offer, byte[] sha256, Runnable committed) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public boolean reaches(ConversationId conversation, Session session) {
            return true;
        }

        @Override
        public Optional<Fingerprint> directPeer(ConversationId conversation) {
            return Optional.empty();
        }
    }

    @Test
    void neitherSideWaitsForTheOther() throws Exception {
        conversations = Conversations.open(self, InMemoryStores.create(), world.node(), _ -> Standing.MEMBER,
                new ConversationListener() {
                    @Override
                    public void stored(Entry entry, EntrySource source) {
                        if (source == EntrySource.OWN) return;
                        arriving.countDown();
                        transfers.offerWithdrawn(entry.id(), entry.author());
                        allArrived.countDown();
                    }
                }, InstantSource.system());
        transfers = new Transfers(new TransferSettings(self, () -> folder, () -> AcceptRule.NONE,
                new FakeVerdicts(), Clock.systemUTC()), new FakeStore(), new Log(), new TransferListener() {},
                new DiskSpace(DiskSpace.REAL));
        Author author = Author.of(CONVERSATION, 1);
        World.End session = world.new End(world.node(), author.identity);
        session.rooms.add(ROOM);
        conversations.joined(session, ROOM);
        conversations.take(new ReceivedFrame(session, withdrawals(author), () -> {}, _ -> {}));
        Path file = Files.writeString(folder.resolve("file"), "content");
        transfers.offer(CONVERSATION, List.of(file));
        allArrived.await();
        assertEquals(1, conversations.newestOf(EntryKind.OFFER, 10).size());
        transfers.close();
        conversations.close();
    }

    private static Frame withdrawals(Author author) {
        var entries = new ArrayList<Entry>();
        for (int i = 1; i <= ARRIVING; i++) entries.add(author.write(i, EntryKind.WITHDRAWN, Author.bytes("{}")));
        return new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, entries).encode();
    }
}
