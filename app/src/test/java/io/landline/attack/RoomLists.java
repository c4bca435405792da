package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.FrameType;
import java.io.IOException;

/// People who stay in the room and list as many others beside it as a list holds, each time others: rooms of its name
/// and of the other kind, and long names that are hard to compare.
record RoomLists(int people) implements Attack {
    private static final int OTHERS = 63;
    /// Three bytes each, and another letter in the form that is compared.
    private static final String HARD = "\u1e9b\u1e69\ufb03\u3392";

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> RoomRounds.send(session, 1, slot -> list(target, session, slot)));
    }

    /// Gives the first slot of the next list.
    private static int list(Target target, HostileSession session, int slot) throws IOException {
        boolean open = target.room().open();
        String name = target.room().name().value();
        var list = new StringBuilder(RoomRounds.room(1, name, open));
        for (int i = 0; i < OTHERS; i++) {
            boolean namesake = i % 3 == 0;
            list.append(',')
                    .append(RoomRounds.room(slot + i, namesake ? name : HARD.repeat(4) + (slot + i), open != namesake));
        }
        session.send(FrameType.ROOMS, ("{\"rooms\":[" + list + "]}").getBytes(UTF_8));
        return slot + OTHERS;
    }
}
