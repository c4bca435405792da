package io.landline.filetransfer.core;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A partner stops in the middle, and its sessions stay open: no end is told, and nothing comes any more. The others
/// give it up and ask elsewhere. One that never gave anything is played in virtual time, in `SwarmCasesTest`.
class SwarmSilenceTest extends SwarmFixture {
    /// Between the partner and the other receivers.
    private static final class Line extends Helping {
        final CountDownLatch gave = new CountDownLatch(1);

        @Override
        public @Nullable Frame bulk(Frame frame) {
            if (frame.type() == FrameType.DATA) gave.countDown();
            return frame;
        }
    }

    @Test
    void aPartnerThatStopsWithoutItsSessionsEndIsGivenUp() throws IOException, InterruptedException {
        receivers(3);
        var line = new Line();
        TransferNode stopped = receiver(counted, line);
        Path file = file("film", 40 * MIB);
        offer(file);
        line.gave.await();
        stopped.close();
        for (TransferNode receiver : receivers) if (receiver != stopped) assertGot(receiver, file);
    }
}
