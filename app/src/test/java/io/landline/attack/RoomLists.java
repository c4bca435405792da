package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.FrameType;
import java.io.IOException;

/// People who stay in the room and list as many others beside it as a list holds, each time others: rooms of its name
/// and of the other kind, and long names that are hard to compare.
record RoomLists(int people) implements Attack {
    /// Just below those of a session at once, and in a second.
    private static final int AT_ONCE = 390;
    private static final int PER_SECOND = 19;
    private static final int STEP_MILLIS = 50;
    private static final int OTHERS = 63;
    /// No slot is used again, and those of the handshake were below it.
    private static final int FIRST_SLOT = 1_000;
    /// Three bytes each, and another letter in the form that is compared.
    private static final String HARD = "\u1e9b\u1e69\ufb03\u3392";

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> list(target, session));
    }

    private static void list(Target target, HostileSession session) throws IOException, InterruptedException {
        session.negotiateNoMore();
        int slot = FIRST_SLOT;
        for (int i = 0; i < AT_ONCE; i++) slot = round(target, session, slot);
        var beat = new FrameBeat(PER_SECOND);
        while (session.isOpen()) {
            for (int i = beat.due(); i > 0; i--) slot = round(target, session, slot);
            Thread.sleep(STEP_MILLIS);
        }
    }

    /// Gives the first slot of the next list.
    private static int round(Target target, HostileSession session, int slot) throws IOException {
        boolean open = target.room().open();
        String name = target.room().name().value();
        var list = new StringBuilder(room(1, name, open));
        for (int i = 0; i < OTHERS; i++) {
            boolean namesake = i % 3 == 0;
            list.append(',')
                    .append(room(slot + i, namesake ? name : HARD.repeat(4) + (slot + i), open != namesake));
        }
        session.send(FrameType.ROOMS, ("{\"rooms\":[" + list + "]}").getBytes(UTF_8));
        return slot + OTHERS;
    }

    private static String room(int slot, String name, boolean open) {
        return "{\"slot\":" + slot + ",\"name\":\"" + name + "\",\"open\":" + open + "}";
    }
}
