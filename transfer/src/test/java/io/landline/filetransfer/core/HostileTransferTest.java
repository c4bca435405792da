package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.session.BulkConnection;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Peers that speak the wire format and misbehave on purpose.
class HostileTransferTest extends TransferFixture {
    private static final Identity MALLORYS = Identity.generate();
    private static final Fingerprint MALLORY = MALLORYS.fingerprint();
    private static final EntryId OFFER = new EntryId(6, 6);

    /// An origin that serves what it is asked for, with noise around each chunk.
    private static final class NoisyOrigin implements SessionListener {
        final byte[] content;
        final TransferId transfer;
        final Random random;
        final String path;

        NoisyOrigin(byte[] content, TransferId transfer, Random random, String path) {
            this.content = content;
            this.transfer = transfer;
            this.random = random;
            this.path = path;
        }

        @Override
        public void received(Session session, Frame frame) throws MalformedFrameException {
            if (FileMessage.received(frame) instanceof FileMessage.ManifestRequest request) {
                var listed = new ManifestPage.ListedFile(path, content.length, 0);
                var page = new ManifestPage(List.of(listed), new byte[32]);
                session.offer(Lane.FILES, new FileMessage.Manifest(OFFER, 7, new byte[0]).toFrame());
                for (int n = 0; n < 2; n++) {
                    session.offer(Lane.FILES, new FileMessage.Manifest(OFFER, request.page(), page.bytes()).toFrame());
                }
            }
        }

        @Override
        public void received(BulkConnection bulk, int type, ByteBuffer body) throws MalformedFrameException {
            if (type == FrameType.HASH_REQUEST) {
                page(bulk.session());
                return;
            }
            RangeFrame request = RangeFrame.received(body);
            Thread.ofVirtual().start(() -> {
                try {
                    for (ChunkSpan run : request.runs()) {
                        for (int chunk = run.first(); chunk < run.end(); chunk++) serve(bulk, chunk);
                    }
                } catch (IOException | InterruptedException e) {
                    bulk.close();
                }
            });
        }

        private synchronized void serve(BulkConnection bulk, int chunk) throws IOException, InterruptedException {
            byte[] right = chunk(chunk);
            for (int n = random.nextInt(3); n > 0; n--) noise(bulk);
            data(bulk, new DataFrame(transfer, chunk), right);
            if (random.nextBoolean()) {
                data(bulk, new DataFrame(transfer, chunk), random.nextBoolean() ? right : new byte[right.length]);
            }
        }

        private byte[] chunk(int chunk) {
            return Arrays.copyOfRange(content, chunk * MIB, Math.min(content.length, (chunk + 1) * MIB));
        }

        private void noise(BulkConnection bulk) throws IOException, InterruptedException {
            var garbage = new byte[random.nextInt(1, 2_000)];
            random.nextBytes(garbage);
            var heads = List.of(new DataFrame(new TransferId(random.nextLong()), 0),
                    new DataFrame(transfer, 1_000 + random.nextInt(5)),
                    new DataFrame(transfer, Integer.MAX_VALUE));
            data(bulk, heads.get(random.nextInt(heads.size())), garbage);
            send(bulk.session(),
                    HashPage.signed(MALLORYS, new EntryId(random.nextLong(), 0), 0, new byte[Sha256.BYTES]));
        }

        private static void data(BulkConnection bulk, DataFrame head, byte[] bytes) throws IOException {
            bulk.send(FrameType.DATA, head.header(), ByteBuffer.wrap(bytes));
        }

        private void page(Session session) {
            var hashes = new ByteArrayOutputStream();
            for (int chunk = 0; chunk * MIB < content.length; chunk++) hashes.writeBytes(Sha256.of(chunk(chunk)));
            HashPage page = HashPage.signed(MALLORYS, OFFER, 0, hashes.toByteArray());
            for (int n = 0; n < 2; n++) session.offer(Lane.FILES, new Frame(FrameType.HASHES, page.bytes()));
        }

        private static void send(Session session, HashPage page) throws IOException, InterruptedException {
            session.send(Lane.FILES, new Frame(FrameType.HASHES, page.bytes()));
        }
    }

    private static FakeSession connect(SessionListener mallory, TransferNode to) {
        return FakeSession.connect(MALLORY, mallory, to.fingerprint, to.transfers.connections(),
                new FakeSession.Wire() {});
    }

    /// Handed over at once, because nothing orders what comes on two connections.
    private void askAtOnce(BulkConnection bulk, RangeFrame ranges) throws IOException, MalformedFrameException {
        anna.transfers.connections()
                .received(((FakeSession.FakeBulk) bulk).other(), FrameType.RANGE_REQUEST,
                        ByteBuffer.wrap(ranges.body()));
    }

    private void offerTo(TransferNode node, OfferBody body) {
        node.transfers.offerArrived(OFFER, TransferNode.CONVERSATION, MALLORY, body.toJson(), Instant.now(), true);
    }

    @Test
    void h37_aStormOfWrongChunksAroundTheRightOnesGivesTheRightFile() throws Exception {
        var random = new Random(seed(getClass()));
        byte[] content = new byte[25 * MIB + 77];
        random.nextBytes(content);
        var origin = new NoisyOrigin(content, TransferId.of(OFFER, ben.fingerprint), random, "photo");
        connect(origin, ben);
        offerTo(ben, new OfferBody(1, content.length, List.of("photo"), MIB, 0, null));
        ben.recorder.await(Told.Transferred.class);
        assertTrue(Arrays.equals(content, Files.readAllBytes(ben.downloads.resolve("photo"))));
        assertEquals(List.of("photo"), ben.downloaded());
    }

    @Test
    void h37_chunksOfSomebodyElsesTransferAreNotTaken() throws Exception {
        anna.connect(ben);
        byte[] evil = new byte[2 * MIB];
        var origin = new NoisyOrigin(evil, new TransferId(0), new Random(1), "x");
        FakeSession mallory = connect(origin, ben);
        BulkConnection bulk = mallory.openBulk();
        var source = file("photo", 60 * MIB);
        EntryId offer = anna.send(ben, source);
        TransferId id = TransferId.of(offer, ben.fingerprint);
        for (int n = 0; n < 200; n++) {
            NoisyOrigin.data(bulk, new DataFrame(id, n % 60), new byte[MIB]);
            NoisyOrigin.send(mallory, HashPage.signed(MALLORYS, offer, 0, new byte[60 * Sha256.BYTES]));
            mallory.send(Lane.FILES, new FileMessage.Cancel(id).toFrame());
            mallory.send(Lane.FILES, new FileMessage.Failed(id, FailureReason.SOURCE_GONE, false).toFrame());
        }
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }

    /// The window raised a notice that this computer's disk is full, and the card told people to free some space.
    @Test
    void h37_aSenderSaysNothingOfTheReceiversDisk() throws Exception {
        TransferId id = TransferId.of(OFFER, ben.fingerprint);
        FakeSession mallory = connect(new SessionListener() {}, ben);
        offerTo(ben, new OfferBody(1, 5, List.of("photo"), MIB, 0, null));
        mallory.send(Lane.FILES, new FileMessage.Failed(id, FailureReason.DISK_FULL, true).toFrame());
        assertEquals(Side.THERE, ben.recorder.await(Told.Paused.class).by());
        assertNull(ben.transfers.open().getFirst().status().reason());
        mallory.send(Lane.FILES, new FileMessage.Resume(id).toFrame());
        ben.recorder.await(Told.Resumed.class);
        mallory.send(Lane.FILES, new FileMessage.Failed(id, FailureReason.NO_PERMISSION, false).toFrame());
        assertEquals(FailureReason.LOST, ben.recorder.await(Told.Failed.class).reason());
    }

    @Test
    void h53_aManifestWithAPathThatLeavesItsPlaceIsRefusedAndNothingIsWritten() throws Exception {
        var origin = new NoisyOrigin(new byte[5], TransferId.of(OFFER, ben.fingerprint), new Random(1), "../evil");
        connect(origin, ben);
        offerTo(ben, new OfferBody(1, 5, List.of("photo"), MIB, 0, null));
        assertEquals(FailureReason.SOURCE_CHANGED, ben.recorder.await(Told.Failed.class).reason());
        assertEquals(List.of(), ben.downloaded());
        assertTrue(Files.notExists(dir.resolve("evil")));
    }

    @Test
    void h68_aManifestThatIsNotWhatTheOfferSaidIsRefused() throws Exception {
        for (OfferBody lie : List.of(new OfferBody(1, 4, List.of(), MIB, 0, null),
                new OfferBody(1, 6, List.of(), MIB, 0, null),
                new OfferBody(2, 5, List.of(), MIB, 0, null))) {
            var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ALL);
            var origin = new NoisyOrigin(new byte[5], TransferId.of(OFFER, carla.fingerprint), new Random(1), "photo");
            connect(origin, carla);
            offerTo(carla, lie);
            assertEquals(FailureReason.SOURCE_CHANGED, carla.recorder.await(Told.Failed.class).reason());
            assertEquals(List.of(), carla.downloaded());
            carla.close();
        }
    }

    /// A receiver that notes what it gets, and asks for what it likes.
    private static final class Grabber implements SessionListener {
        final BlockingQueue<FileMessage> messages = new LinkedBlockingQueue<>();
        final List<DataFrame> chunks = new ArrayList<>();

        @Override
        public void received(Session session, Frame frame) throws MalformedFrameException {
            FileMessage message = FileMessage.received(frame);
            if (message != null) messages.add(message);
        }

        @Override
        public synchronized void received(BulkConnection bulk, int type, ByteBuffer body)
                throws MalformedFrameException {
            chunks.add(DataFrame.received(body));
            notifyAll();
        }

        synchronized void awaitChunks(int count) throws InterruptedException {
            while (chunks.size() < count) wait();
        }

        FileMessage next() throws InterruptedException {
            return assertNotNull(messages.poll(20, TimeUnit.SECONDS));
        }

        private static <T> T assertNotNull(T value) {
            if (value == null) throw new AssertionError("nothing came");
            return value;
        }
    }

    @Test
    void onlyWhoWasAddressedGetsAManifest() throws Exception {
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("secret", 5)));
        anna.reaches = false;
        var grabber = new Grabber();
        FakeSession session = connect(grabber, anna);
        session.send(Lane.FILES, new FileMessage.ManifestRequest(offer, 0).toFrame());
        session.send(Lane.FILES, new FileMessage.Accept(offer).toFrame());
        var refused = new FileMessage.Failed(TransferId.of(offer, MALLORY), FailureReason.SOURCE_GONE, false);
        assertEquals(refused, grabber.next());
        assertEquals(refused, grabber.next());
        askAtOnce(session.openBulk(), new RangeFrame(TransferId.of(offer, MALLORY), List.of(new ChunkSpan(0, 1))));
        session.send(Lane.FILES, new FileMessage.ManifestRequest(offer, 0).toFrame());
        assertEquals(refused, grabber.next());
        assertEquals(List.of(), grabber.chunks);
    }

    @Test
    void nothingIsServedBeforeTheAcceptOrOutsideTheManifest() throws Exception {
        anna.talkTo(null);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", MIB + 1)));
        TransferId id = TransferId.of(offer, MALLORY);
        var grabber = new Grabber();
        FakeSession session = connect(grabber, anna);
        BulkConnection bulk = session.openBulk();
        askAtOnce(bulk, new RangeFrame(id, List.of(new ChunkSpan(0, 2))));
        session.send(Lane.FILES, new FileMessage.Accept(offer).toFrame());
        session.send(Lane.FILES, new FileMessage.ManifestRequest(offer, 0).toFrame());
        assertEquals(1, ManifestPage.received(((FileMessage.Manifest) grabber.next()).bytes()).listed().size());
        bulk.send(FrameType.RANGE_REQUEST,
                new RangeFrame(id, List.of(new ChunkSpan(2, 5), new ChunkSpan(ChunkSet.CHUNKS_MAX - 1, 1),
                        new ChunkSpan(1, 1))).body(),
                ByteBuffer.allocate(0));
        grabber.awaitChunks(1);
        assertEquals(List.of(new DataFrame(id, 1)), grabber.chunks);
        assertNull(session.malformed());
    }

    @Test
    void whoAsksForMoreThanMayBeLosesTheConnection() throws Exception {
        anna.talkTo(null);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", MIB)));
        TransferId id = TransferId.of(offer, MALLORY);
        var grabber = new Grabber();
        FakeSession session = connect(grabber, anna);
        session.send(Lane.FILES, new FileMessage.Accept(offer).toFrame());
        session.send(Lane.FILES, new FileMessage.ManifestRequest(offer, 0).toFrame());
        grabber.next();
        BulkConnection bulk = session.openBulk();
        byte[] most = new RangeFrame(id, List.of(new ChunkSpan(0, RangeFrame.CHUNKS_MAX))).body();
        try {
            for (int n = 0; n < 1_000; n++) bulk.send(FrameType.RANGE_REQUEST, most, ByteBuffer.allocate(0));
            throw new AssertionError("the connection holds");
        } catch (IOException expected) {
            assertNotNull(session.malformed());
        }
    }
}
