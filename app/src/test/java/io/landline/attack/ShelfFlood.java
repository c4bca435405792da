package io.landline.attack;

import io.landline.frame.FrameType;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Shelves with titles that are hard to lay out, ever others; takes of forty things that are not there, of long and
/// deep paths; answers that nobody asked for.
record ShelfFlood(int people) implements Attack {
    /// Just below those of a session at once, and in a second.
    private static final int AT_ONCE = 120;
    private static final double PER_SECOND = 0.95;
    private static final int STEP_MILLIS = 200;
    private static final int SHELVES = 32;
    private static final int ITEMS = 40;
    private static final String TITLE = "a" + "\u0301\u202e\u20dd\u0489".repeat(19);

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> flood(target, session));
    }

    private static void flood(Target target, HostileSession session) throws IOException, InterruptedException {
        for (int i = 0; i < AT_ONCE; i++) round(target, session);
        var beat = new FrameBeat(PER_SECOND);
        while (session.isOpen()) {
            for (int i = beat.due(); i > 0; i--) round(target, session);
            for (int i = 0; i < ITEMS; i++) answers(session);
            Thread.sleep(STEP_MILLIS);
        }
    }

    private static void round(Target target, HostileSession session) throws IOException {
        var shelves = new StringBuilder();
        for (int i = 0; i < SHELVES; i++) {
            if (i > 0) shelves.append(',');
            shelves.append("{\"shelf\":\"").append(hex(8)).append("\",\"title\":\"").append(TITLE).append("\"}");
        }
        session.send(FrameType.SHELVES,
                "{\"room\":\"" + target.room().id().hex() + "\",\"shelves\":[" + shelves + "]}");
        var items = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            if (i > 0) items.append(',');
            items.append("{\"path\":\"")
                    .append("d/".repeat(60))
                    .append("x".repeat(1_000))
                    .append(i)
                    .append("\",\"bytes\":4503599627370496,\"modified\":0}");
        }
        session.send(FrameType.SHELF_TAKE,
                "{\"take\":\"" + hex(16) + "\",\"shelf\":\"" + hex(8) + "\",\"items\":[" + items + "]}");
    }

    private static void answers(HostileSession session) throws IOException {
        session.send(FrameType.SHELF_PAGE,
                "{\"request\":7,\"items\":[{\"name\":\"a.jpg\",\"bytes\":3,\"modified\":0}]}");
        session.send(FrameType.SHELF_TAKEN, "{\"take\":\"" + hex(16) + "\",\"offer\":\"" + hex(16) + "\"}");
        session.send(FrameType.SHELF_REFUSED, "{\"take\":\"" + hex(16) + "\",\"reason\":\"\u202egone\"}");
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
