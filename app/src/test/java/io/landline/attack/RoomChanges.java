package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.FrameType;
import java.io.IOException;

/// People who take the room off their list and put it back, as often as the session's own frames allow: each time it is
/// left and joined.
record RoomChanges(int people) implements Attack {
    private static final int FRAMES_A_ROUND = 4;
    private static final String NONE = "{\"rooms\":[]}";

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun,
                session -> RoomRounds.send(session, FRAMES_A_ROUND, slot -> change(target, session, slot)));
    }

    /// Gives the slot of the next round.
    private static int change(Target target, HostileSession session, int slot) throws IOException {
        say(session, FrameType.ROOMS, NONE);
        say(session, FrameType.PROVEN, NONE);
        String name = target.room().name().value();
        say(session, FrameType.ROOMS, "{\"rooms\":[" + RoomRounds.room(slot, name, target.room().open()) + "]}");
        say(session, FrameType.PROVEN, target.room().open()
                ? NONE
                : "{\"rooms\":[{\"slot\":" + slot + ",\"id\":\"" + target.room().id().hex() + "\"}]}");
        return slot + 1;
    }

    private static void say(HostileSession session, int type, String json) throws IOException {
        session.send(type, json.getBytes(UTF_8));
    }
}
