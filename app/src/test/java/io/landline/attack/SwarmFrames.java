package io.landline.attack;

import io.landline.frame.FrameType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/// Frames of a swarm. People take turns in four ways to do harm: to ask for the same pages of hashes again and again;
/// to want as many chunks as one may and to take that back; to say *here* in swarms of offers that do not exist; to
/// accept and to cancel.
record SwarmFrames(int people) implements Attack {
    private static final Duration STEP = Duration.ofMillis(20);
    /// As many as are read of one session.
    private static final int FRAMES_PER_SECOND = 4_900;
    private static final int PAGES_A_FRAME = 16;
    private static final int WANTED_MAX = 512;
    private static final int WAYS = 4;
    private static final byte ASK = 0;
    private static final byte CANCEL = 2;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        var way = new AtomicInteger();
        Crowd.run(target, people, begun, session -> {
            int mine = way.getAndIncrement() % WAYS;
            byte[] offer = HexFormat.of().parseHex(target.offer());
            if (mine < 2) {
                session.send(FrameType.ACCEPT, named(target));
                session.send(FrameType.SWARM_MEMBER, member(offer));
                session.send(FrameType.SWARM_HAVE, ByteBuffer.allocate(20 + chunks()).put(offer).array());
            }
            var beat = new FrameBeat(FRAMES_PER_SECOND);
            for (int frame = 0; session.isOpen();) {
                for (int i = beat.due(); i > 0; i--) act(mine, target, session, offer, frame++);
                Thread.sleep(STEP);
            }
        });
    }

    private static void act(int way, Target target, HostileSession session, byte[] offer, int frame)
            throws IOException {
        switch (way) {
            case 0 -> session.send(FrameType.SWARM_PAGES, pages(offer));
            case 1 -> {
                session.send(FrameType.SWARM_WANT, want(offer, ASK));
                session.send(FrameType.SWARM_WANT, want(offer, CANCEL));
            }
            case 2 -> session.send(FrameType.SWARM_MEMBER,
                    member(HostileLog.sha256(ByteBuffer.allocate(4).putInt(frame).array())));
            default -> {
                session.send(FrameType.ACCEPT, named(target));
                session.send(FrameType.CANCEL, "{\"transfer\":\"" + FileFrames.transfer(target, session) + "\"}");
            }
        }
    }

    private static String named(Target target) {
        return "{\"offer\":\"" + target.offer() + "\"}";
    }

    /// Bytes of a bitmap of all chunks of the offer that [Battle] makes.
    private static int chunks() {
        return (Battle.OFFERED_CHUNKS + 7) / 8;
    }

    private static byte[] member(byte[] offer) {
        return ByteBuffer.allocate(19).put(offer, 0, 16).put((byte) 1).put((byte) 1).put((byte) 1).array();
    }

    private static byte[] pages(byte[] offer) {
        ByteBuffer out = ByteBuffer.allocate(16 + PAGES_A_FRAME * 4).put(offer, 0, 16);
        for (int i = 0; i < PAGES_A_FRAME; i++) out.putInt(i % (Battle.OFFERED_CHUNKS / 64));
        return out.array();
    }

    private static byte[] want(byte[] offer, byte kind) {
        return ByteBuffer.allocate(25).put(offer, 0, 16).put(kind).putInt(0).putInt(WANTED_MAX).array();
    }
}
