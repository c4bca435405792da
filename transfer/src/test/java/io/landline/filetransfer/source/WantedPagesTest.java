package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.source.WantedPages.Wanted;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.core.SessionInMemory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who waits for pages of hashes while others ask for very many. A page may take a second of the disk.
class WantedPagesTest {
    private static final EntryId OFFER = new EntryId(1, 2);
    private static final int PAGES = 4;
    private static final long PATIENCE_SECONDS = 30;
    private static final int FRIEND = 1;
    private static final int MALLORY = 2;

    @TempDir
    Path folder;

    private final FakeStore store = new FakeStore();
    private final Standings standings = person -> person.equals(session(FRIEND).peer())
            ? Standing.TRUSTED
            : Standing.OPEN_ROOM;
    private OwnPages pages;

    private static SessionInMemory session(int person) {
        return new SessionInMemory(person, new Endpoint(InetAddress.getLoopbackAddress(), person));
    }

    @BeforeEach
    void offer() throws Exception {
        var files = new ArrayList<Path>();
        for (int n = 0; n < PAGES * HashPage.CHUNKS; n++) {
            files.add(Files.writeString(folder.resolve("file" + n), "one"));
        }
        NewOffer newOffer = NewOffer.of(FilesToSend.of(files), PrivateFiles.NONE, store);
        Identity self = Identity.generate();
        var offer = new StoredOffer(OFFER, new ConversationId(1, 1), self.fingerprint(), Instant.EPOCH, true, false,
                newOffer.body());
        store.saveOffer(offer);
        store.adopt(newOffer.draft(), OFFER);
        pages = new OwnPages(self, offer, store);
    }

    private Upload upload(int person) {
        SessionInMemory session = session(person);
        return new Upload(TransferId.of(OFFER, session.peer()), session, pages, new SentChunks(0));
    }

    private static OwnChunks chunks(Upload upload) {
        return new OwnChunks(upload, (_, _) -> {});
    }

    @Test
    void h38_whoAsksForOnePageDoesNotWaitForAllOfAnother() throws Exception {
        var held = new CountDownLatch(1);
        store.sourcesListed = () -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        var made = new LinkedBlockingQueue<Integer>();
        Upload mallory = upload(MALLORY);
        Upload friend = upload(FRIEND);
        try (var maker = new PageMaker(standings)) {
            for (int page = 0; page < PAGES - 1; page++) {
                maker.make(mallory, chunks(mallory), page, each -> made.add(each.number()));
            }
            maker.make(friend, chunks(friend), PAGES - 1, each -> made.add(each.number()));
            held.countDown();
            var order = new ArrayList<Integer>();
            for (int i = 0; i < PAGES; i++) order.add(made.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertTrue(order.indexOf(PAGES - 1) <= 1, "made in this order: " + order);
        } finally {
            held.countDown();
        }
    }

    private void ask(WantedPages wanted, Upload upload, int from, int count) {
        for (int page = from; page < from + count; page++) wanted.add(upload, chunks(upload), page, _ -> {});
    }

    @Test
    void h38_whereTooManyWaitAPageOfWhoIsKnownLeastAndWaitsForMostGivesWay() {
        var wanted = new WantedPages(standings);
        int last = WantedPages.WAITING_MAX - 1;
        for (int n = 0; n <= last; n += WantedPages.WAITING_AN_UPLOAD_MAX) {
            ask(wanted, upload(MALLORY + n / WantedPages.WAITING_AN_UPLOAD_MAX), n, WantedPages.WAITING_AN_UPLOAD_MAX);
        }
        Upload friend = upload(FRIEND);
        ask(wanted, friend, last + 1, 1);
        assertNotNull(wanted.order(new Wanted(pages, last + 1)), "the friend's");
        assertNull(wanted.order(new Wanted(pages, last)));
        assertNotNull(wanted.order(new Wanted(pages, last - 1)));
        Upload newcomer = upload(100);
        ask(wanted, newcomer, last + 2, WantedPages.WAITING_AN_UPLOAD_MAX);
        assertNotNull(wanted.order(new Wanted(pages, last + 2)), "one of open rooms who has asked for nothing yet");
        assertNull(wanted.order(new Wanted(pages, last + 1 + WantedPages.WAITING_AN_UPLOAD_MAX)));
        ask(wanted, upload(MALLORY), last + 1_000, 1);
        assertNull(wanted.order(new Wanted(pages, last + 1_000)), "who waits for many");
        assertNotNull(wanted.order(new Wanted(pages, last + 1)));
    }

    @Test
    void aPageIsMadeOnceForAllWhoWaitForIt() {
        var wanted = new WantedPages(standings);
        var told = new ArrayList<Integer>();
        for (int person : List.of(FRIEND, MALLORY)) {
            Upload upload = upload(person);
            wanted.add(upload, chunks(upload), 0, _ -> told.add(person));
        }
        WantedPages.Turn turn = wanted.next();
        assertEquals(new Wanted(pages, 0), turn.page());
        assertEquals(2, wanted.made(turn, 1).receivers().size());
        assertNull(wanted.next());
        Upload mallory = upload(MALLORY);
        ask(wanted, mallory, 1, 1);
        assertEquals(session(MALLORY).peer(), wanted.next().person());
    }
}
