package io.landline.attack;

import io.landline.chat.PersonStatus;
import io.landline.chat.frame.StatusFrame;
import io.landline.frame.Frame;
import io.landline.handshake.Hello;
import io.landline.peer.PeerName;
import java.io.IOException;
import java.util.List;

/// Names that are hard to lay out, ever others, and the same for all: marks upon marks, signs that turn the direction,
/// joined emoji, the friend's name with an invisible sign. With each goes a status of the same kind.
record ManyNames(int people) implements Attack {
    /// Just below those of a session at once, and in a second.
    private static final int AT_ONCE = 30;
    private static final double PER_SECOND = 0.95;
    private static final int STEP_MILLIS = 200;
    private static final List<String> PARTS = List.of("\u0301\u0489\u20dd", "\u202e\u2066\u05d0", "\u0600\ufdfa\u0643",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d", "\u0e47\u0e4d\u0e48", "\u200b\u00ad\u2060", "\u0f77\u0f71\u0fb2");

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, ManyNames::rename);
    }

    private static void rename(HostileSession session) throws IOException, InterruptedException {
        int number = 0;
        for (int i = 0; i < AT_ONCE; i++) rename(session, number++);
        var beat = new FrameBeat(PER_SECOND);
        while (session.isOpen()) {
            for (int i = beat.due(); i > 0; i--) rename(session, number++);
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static void rename(HostileSession session, int number) throws IOException {
        String text = text(number);
        var hello = new Hello(Hello.MINOR_VERSION, HostileSession.RUN, PeerName.lenient(text, "mallory"), 0, List.of(),
                List.of());
        send(session, hello.toFrame());
        send(session, new StatusFrame(new PersonStatus(PersonStatus.State.HERE, PeerName.lenient(text, "m").value(),
                false)).encode());
    }

    private static void send(HostileSession session, Frame frame) throws IOException {
        session.send(frame.type(), frame.body());
    }

    /// Of as many characters as a name may have. Each eighth one is the friend's, with something that is not seen.
    private static String text(int number) {
        String part = PARTS.get(number % PARTS.size());
        if (number % 8 == 7) return "friend\u200b";
        return number + "a" + part.repeat(PeerName.MAX_CODE_POINTS);
    }
}
