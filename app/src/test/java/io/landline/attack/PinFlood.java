package io.landline.attack;

import io.landline.chat.act.Pin;
import io.landline.chat.act.Reference;
import io.landline.frame.FrameType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Each person pins and unpins one message a thousand times a second.
record PinFlood(int people) implements Attack {
    private static final int PINS_PER_SECOND = 1_000;
    private static final int ENTRIES_A_FRAME = 10;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException, InterruptedException {
        var log = new HostileLog(session.identity, target.conversation(), ThreadLocalRandom.current().nextLong());
        byte[] text = log.next(HostileLog.TEXT, HostileLog.text(20));
        Reference message = log.newest();
        session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), List.of(text)));
        var beat = new FrameBeat((double) PINS_PER_SECOND / ENTRIES_A_FRAME);
        for (boolean on = true; true;) {
            for (int due = beat.due(); due > 0; due--) {
                var entries = new ArrayList<byte[]>();
                for (int i = 0; i < ENTRIES_A_FRAME; i++, on = !on) {
                    entries.add(log.next(HostileLog.PIN, new Pin(message, on).toBody()));
                }
                session.send(FrameType.ENTRIES, HostileLog.frame(target.conversation(), entries));
            }
            Thread.sleep(Duration.ofMillis(2));
        }
    }
}
