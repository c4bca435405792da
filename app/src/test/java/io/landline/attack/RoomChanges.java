package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.FrameType;
import java.io.IOException;

/// People who take the room off their list and put it back, as often as the session's own frames allow: each time it is
/// left and joined.
record RoomChanges(int people) implements Attack {
    /// Just below those of a session at once, and in a second.
    private static final int AT_ONCE = 390;
    private static final int PER_SECOND = 19;
    private static final int FRAMES_A_ROUND = 4;
    private static final int STEP_MILLIS = 50;
    /// No slot is used again, and those of the handshake were below it.
    private static final int FIRST_SLOT = 1_000;
    private static final String NONE = "{\"rooms\":[]}";

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> change(target, session));
    }

    private static void change(Target target, HostileSession session) throws IOException, InterruptedException {
        session.negotiateNoMore();
        int slot = FIRST_SLOT;
        for (int i = 0; i < AT_ONCE / FRAMES_A_ROUND; i++) round(target, session, slot++);
        var beat = new FrameBeat((double) PER_SECOND / FRAMES_A_ROUND);
        while (session.isOpen()) {
            for (int i = beat.due(); i > 0; i--) round(target, session, slot++);
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static void round(Target target, HostileSession session, int slot) throws IOException {
        say(session, FrameType.ROOMS, NONE);
        say(session, FrameType.PROVEN, NONE);
        String name = target.room().name().value();
        say(session, FrameType.ROOMS, "{\"rooms\":[{\"slot\":" + slot + ",\"name\":\"" + name + "\",\"open\":"
                + target.room().open() + "}]}");
        say(session, FrameType.PROVEN, target.room().open()
                ? NONE
                : "{\"rooms\":[{\"slot\":" + slot + ",\"id\":\"" + target.room().id().hex() + "\"}]}");
    }

    private static void say(HostileSession session, int type, String json) throws IOException {
        session.send(type, json.getBytes(UTF_8));
    }
}
