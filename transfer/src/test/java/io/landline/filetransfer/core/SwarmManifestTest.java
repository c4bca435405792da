package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The author is away. Members are asked for its manifest, and some of them send a false one.
class SwarmManifestTest extends SwarmFixture {
    /// Much less than the minute after which a node looks at everything anyway.
    private static final Duration SOON = Duration.ofSeconds(25);

    private Path file;
    private EntryId offer;
    private TransferNode late;

    @BeforeEach
    void authorGoes() throws IOException, InterruptedException {
        receivers(3);
        file = file("film", 3 * MIB);
        offer = offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        FakeSession.cutAll(ofAnna);
        late = new TransferNode(dir.resolve("late"), AcceptRule.ALL);
    }

    /// Says another list than the author's, as often as is given.
    private static Helping liar(AtomicInteger lies, int most) {
        return new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() != FrameType.MANIFEST_PAGE || lies.get() >= most) return frame;
                lies.incrementAndGet();
                byte[] body = frame.body().clone();
                body[body.length - 1] ^= 1;
                return new Frame(frame.type(), body);
            }
        };
    }

    private void assertComesSoon() throws IOException {
        long began = System.nanoTime();
        anna.tell(late, offer);
        assertGot(late, file);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(SOON) < 0, "after " + took);
    }

    /// It waited for a minute, though others were there.
    @Test
    void afterALieTheNextIsAskedSoon() throws IOException {
        var lies = new AtomicInteger();
        for (TransferNode receiver : receivers) late.connect(receiver, liar(lies, 1));
        receivers.add(late);
        assertComesSoon();
        assertTrue(lies.get() == 1, "nobody lied");
    }

    @Test
    void whoLiedIsNotAskedAgainWhileOthersAreThere() throws IOException {
        var lies = new AtomicInteger();
        for (TransferNode receiver : receivers.subList(0, 2)) late.connect(receiver, liar(lies, 1_000));
        late.connect(receivers.getLast(), new Helping());
        receivers.add(late);
        assertComesSoon();
        // a question may go out twice, but nobody is asked again and again
        assertTrue(lies.get() <= 4, "pages of liars: " + lies);
    }
}
