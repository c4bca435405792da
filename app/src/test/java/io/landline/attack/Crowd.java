package io.landline.attack;

import io.landline.identity.Identity;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Many identities that do the same, each on a session of its own; one that is thrown out comes again. On platform
/// threads: on one core a virtual thread that floods would let no other run.
final class Crowd {
    /// One that was told `busy` is not to come again for a minute; an attacker does not care, but must not only dial.
    private static final Duration AGAIN = Duration.ofSeconds(2);
    /// At a time on their way in: as many as one core can bring.
    private static final int DIALLING_MAX = 8;

    /// What one of them does on its session; when it returns or fails, the session is closed.
    @FunctionalInterface
    interface Deed {
        void act(HostileSession session) throws IOException, InterruptedException;
    }

    private Crowd() {}

    /// Runs until the thread is interrupted.
    static void run(Target target, int people, Duration again, Deed deed) throws InterruptedException {
        var dialling = new Semaphore(DIALLING_MAX);
        for (int i = 0; i < people; i++) {
            int number = i;
            Thread.ofPlatform().daemon().start(() -> live(target, number, dialling, again, deed));
        }
        Thread.sleep(Duration.ofDays(1));
    }

    static void run(Target target, int people, Deed deed) throws InterruptedException {
        run(target, people, AGAIN, deed);
    }

    private static void live(Target target, int number, Semaphore dialling, Duration again, Deed deed) {
        Identity identity = Identity.generate();
        try {
            while (true) {
                HostileSession session;
                dialling.acquire();
                try {
                    session = HostileSession.joinOrNull(target, identity, number);
                } finally {
                    dialling.release();
                }
                if (session != null) act(session, deed);
                Thread.sleep(again);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void act(HostileSession session, Deed deed) throws InterruptedException {
        try (session) {
            deed.act(session);
        } catch (IOException e) {
            // thrown out: comes again
        }
    }
}
