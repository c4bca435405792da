package io.landline.attack;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Everything at once, each just below its bound: as many sessions as there are places, and on each as many frames,
/// claims, requests, entries, bytes, logs and unknown kinds as a person may cost in that time. Nobody is thrown out
/// for it.
record JustBelow(int people, long bytesInAll, int entriesInAll) implements Attack {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int HAVES_PER_SECOND = 19;
    private static final int WANTS_PER_SECOND = 190;
    private static final int FRAMES_PER_SECOND = 950;
    private static final int LOGS = 15;
    private static final int CLAIMS_A_FRAME = 1_024;
    private static final int WANTED_A_FRAME = 256;
    private static final int TEXT_BYTES_MAX = 16_300;
    /// An entry without its body.
    private static final int ENTRY_BYTES = 230;
    private static final int UNKNOWN_BYTES = 90_000;
    private static final int UNKNOWN_COUNT = 10;
    /// In an open room unknown kinds would take the bytes of all.
    private static final int UNKNOWN_PEOPLE_MAX = 60;
    private static final int ADMISSIONS = 60;
    private static final int HAVE_HEAD_BYTES = 19;
    private static final int HAVE_ROW_BYTES = 96;
    private static final int WANT_HEAD_BYTES = 22;
    private static final int WANT_RANGE_BYTES = 57;

    /// Four people's budgets are all that people of open rooms have.
    static JustBelow inOpenRooms(int people) {
        return new JustBelow(people, 60_000_000, 7_500);
    }

    /// Each has a budget of its own; together they stay at what a disk of a computer for trying out holds.
    static JustBelow ofMembers(int people) {
        return new JustBelow(people, 1_000_000_000L, Integer.MAX_VALUE);
    }

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> cost(target, session));
    }

    private void cost(Target target, HostileSession session) throws IOException, InterruptedException {
        var logs = new ArrayList<HostileLog>();
        for (int i = 0; i < LOGS; i++) {
            logs.add(new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong()));
        }
        admit(target, session);
        double entries = Math.min((double) entriesInAll / people,
                (double) bytesInAll / people / (TEXT_BYTES_MAX + ENTRY_BYTES));
        byte[] text = HostileLog.text((int) Math.min(TEXT_BYTES_MAX, bytesInAll / people / entries - ENTRY_BYTES));
        var entryBeat = new FrameBeat(entries / target.seconds());
        var unknownBeat = new FrameBeat((double) UNKNOWN_COUNT / target.seconds());
        var haveBeat = new FrameBeat(HAVES_PER_SECOND);
        var wantBeat = new FrameBeat(WANTS_PER_SECOND);
        var frameBeat = new FrameBeat(FRAMES_PER_SECOND - HAVES_PER_SECOND - WANTS_PER_SECOND);
        for (int round = 0;; round++) {
            HostileLog log = logs.get(round % LOGS);
            for (int i = entryBeat.due(); i > 0; i--) send(target, session, log.next(HostileLog.TEXT, text));
            if (people <= UNKNOWN_PEOPLE_MAX) {
                for (int i = unknownBeat.due(); i > 0; i--) send(target, session, unknown(log));
            }
            for (int i = haveBeat.due(); i > 0; i--) session.send(FrameType.HAVE, claims(target));
            for (int i = wantBeat.due(); i > 0; i--) session.send(FrameType.WANT, wants(target, session));
            for (int i = frameBeat.due(); i > 0; i--) session.send(FrameType.PONG, new byte[0]);
            Thread.sleep(STEP);
        }
    }

    private static byte[] unknown(HostileLog log) {
        return log.next(HostileLog.UNKNOWN, new byte[UNKNOWN_BYTES]);
    }

    private static void send(Target target, HostileSession session, byte[] entry) throws IOException {
        session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), List.of(entry)));
    }

    private static void admit(Target target, HostileSession session) throws IOException {
        if (target.room().open()) return;
        var admissions = new ArrayList<byte[]>();
        for (int i = 0; i < ADMISSIONS; i++) {
            byte[] member = Identity.generate().publicKey();
            admissions.add(Admitting.admission(target.conversation(), member, session.identity));
        }
        session.send(FrameType.ADMISSIONS, Admitting.frame(admissions));
    }

    /// Of logs that do not exist.
    static byte[] claims(Target target) {
        byte[] random = new byte[32];
        ByteBuffer out = ByteBuffer.allocate(HAVE_HEAD_BYTES + CLAIMS_A_FRAME * HAVE_ROW_BYTES)
                .put(target.conversation())
                .put((byte) 1)
                .putShort((short) CLAIMS_A_FRAME);
        for (int i = 0; i < CLAIMS_A_FRAME; i++) {
            ThreadLocalRandom.current().nextBytes(random);
            out.put(random).putLong(i).putLong(1).putLong(1_000).put(random).putLong(1);
        }
        return out.array();
    }

    /// For entries that the victim may have or not.
    private static byte[] wants(Target target, HostileSession session) {
        byte[] author = HostileLog.sha256(session.victimKey);
        ByteBuffer out = ByteBuffer.allocate(WANT_HEAD_BYTES + WANTED_A_FRAME * WANT_RANGE_BYTES)
                .putInt(1 + ThreadLocalRandom.current().nextInt(1_000_000))
                .put(target.conversation())
                .putShort((short) WANTED_A_FRAME);
        for (int i = 0; i < WANTED_A_FRAME; i++) out.put(author).putLong(i).putLong(1).putLong(1_000).put((byte) 0);
        return out.array();
    }
}
