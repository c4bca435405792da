package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A member who answers each question for a page of a manifest at once, with pages of one file each (H38).
class ManifestPaceTest extends TransferFixture {
    private static final Fingerprint MALLORY = Identity.generate().fingerprint();
    private static final EntryId OFFER = new EntryId(6, 6);
    /// What is saved up, and what three seconds bring.
    private static final int PAGES = AskPace.MANIFEST_PAGES_SAVED_MAX + 3 * AskPace.MANIFEST_PAGES_PER_SECOND;

    private final CountDownLatch asked = new CountDownLatch(PAGES);
    private final List<byte[]> pages = pages();

    /// One more than are waited for: the manifest never ends.
    private static List<byte[]> pages() {
        var pages = new ArrayList<byte[]>();
        byte[] next = new byte[Sha256.BYTES];
        for (int number = PAGES; number >= 0; number--) {
            pages.add(new ManifestPage(List.of(new ListedFile("file " + number, 0, 0)), next).bytes());
            next = Sha256.of(pages.getLast());
        }
        return pages.reversed();
    }

    private void offerTo(TransferNode node) {
        var mallory = new SessionListener() {
            @Override
            public void received(Session session, Frame frame) throws MalformedFrameException {
                if (!(FileMessage.received(frame) instanceof FileMessage.ManifestRequest request)) return;
                asked.countDown();
                if (asked.getCount() == 0) return;
                byte[] page = pages.get(request.page());
                session.offer(Lane.FILES, new FileMessage.Manifest(OFFER, request.page(), page).toFrame());
            }
        };
        FakeSession.connect(MALLORY, mallory, node.fingerprint, node.transfers.connections(),
                new FakeSession.Wire() {});
        var body = new OfferBody(pages.size(), 0, List.of("spam"), MIB, 0,
                HexFormat.of().formatHex(Sha256.of(pages.getFirst())));
        node.transfers.offerArrived(OFFER, TransferNode.CONVERSATION, MALLORY, body.toJson(), Instant.now(), true);
    }

    /// As long as what was not saved up takes at the pace, at least. A slow computer takes longer.
    private void assertPaced(long from) throws InterruptedException {
        assertTrue(asked.await(1, TimeUnit.MINUTES), asked.getCount() + " pages are not asked for");
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        int beyond = PAGES - AskPace.MANIFEST_PAGES_SAVED_MAX;
        Duration least = Duration.ofSeconds(1).multipliedBy(beyond - 1).dividedBy(AskPace.MANIFEST_PAGES_PER_SECOND);
        assertTrue(took.compareTo(least) >= 0, PAGES + " pages within " + took);
    }

    @Test
    void h38_pagesForATransferAreAskedForAtThePaceOfOnePeer() throws Exception {
        long from = System.nanoTime();
        offerTo(ben);
        assertPaced(from);
    }

    @Test
    void h38_pagesForALookAreAskedForAtThePaceOfOnePeer() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        long from = System.nanoTime();
        offerTo(carla);
        look(carla);
        assertPaced(from);
        carla.close();
    }

    /// The files' queue may hear of the offer before it hears of the session: then there is nobody to ask yet.
    private static void look(TransferNode node) throws Exception {
        TransferId transfer = node.recorder.await(Told.Offered.class).view().transfer();
        while (!node.transfers.look(transfer).getNow(true)) Thread.sleep(10);
    }
}
