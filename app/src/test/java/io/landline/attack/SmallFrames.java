package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.PersonStatus;
import io.landline.chat.frame.StatusFrame;
import io.landline.chat.frame.TypingFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.ConversationId;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Frames of which each costs nearly nothing, as fast as TCP takes them: that somebody types, another status each
/// time, and questions to shelves that do not exist.
record SmallFrames(int people) implements Attack {
    private static final int WAYS = 3;
    private static final int SHELF_BYTES = 8;

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException {
        ConversationId room = ConversationId.of(target.conversation());
        for (int i = 0;; i++) {
            Frame frame = switch (i % WAYS) {
                case 0 -> new TypingFrame(room).encode();
                case 1 -> new StatusFrame(new PersonStatus(PersonStatus.State.HERE, "status " + i, false)).encode();
                default -> question(i);
            };
            session.send(frame.type(), frame.body());
        }
    }

    private static Frame question(int request) {
        byte[] shelf = new byte[SHELF_BYTES];
        ThreadLocalRandom.current().nextBytes(shelf);
        return new Frame(FrameType.SHELF_LIST, ("{\"request\":" + request + ",\"shelf\":\""
                + HexFormat.of().formatHex(shelf) + "\",\"path\":\"a/b\"}").getBytes(UTF_8));
    }
}
