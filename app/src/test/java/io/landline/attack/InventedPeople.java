package io.landline.attack;

import java.time.Duration;

/// More people than a node has places for: each joins the room, answers pings, and stays. In a keyed room they are
/// members, and on loopback they take all places.
record InventedPeople() implements Attack {
    private static final int PEOPLE = 1_040;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, PEOPLE, AGAIN, begun, session -> {
            while (session.isOpen()) Thread.sleep(LOOK);
        });
    }
}
