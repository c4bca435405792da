package io.landline.attack;

import io.landline.identity.Identity;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Many identities that do the same, each on a session of its own; one that is thrown out comes again. On virtual
/// threads: the attacker has one core, and a thread of the system for each would take more than its part of the cores
/// that victim and friend need too.
final class Crowd {
    /// One that was told `busy` is not to come again for a minute; an attacker does not care, but must not only dial.
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration GATHER = Duration.ofSeconds(60);
    private static final Duration FOR_EVER = Duration.ofDays(1);
    /// At a time on their way in: as many as one core can bring.
    private static final int DIALLING_MAX = 8;

    /// What one of them does on its session; when it returns or fails, the session is closed.
    @FunctionalInterface
    interface Deed {
        void act(HostileSession session) throws IOException, InterruptedException;
    }

    private Crowd() {}

    /// Runs until the thread is interrupted. All come in first, and begin then.
    static void run(Target target, int people, Runnable begun, Deed deed) throws InterruptedException {
        var in = new CountDownLatch(people);
        gather(target, people, AGAIN, session -> {
            in.countDown();
            in.await(GATHER.toSeconds(), TimeUnit.SECONDS);
            deed.act(session);
        });
        in.await(GATHER.toSeconds(), TimeUnit.SECONDS);
        begun.run();
        Thread.sleep(FOR_EVER);
    }

    /// Each begins as soon as it is in.
    static void run(Target target, int people, Duration again, Runnable begun, Deed deed) throws InterruptedException {
        begun.run();
        gather(target, people, again, deed);
        Thread.sleep(FOR_EVER);
    }

    private static void gather(Target target, int people, Duration again, Deed deed) {
        var dialling = new Semaphore(DIALLING_MAX);
        for (int i = 0; i < people; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> live(target, number, dialling, again, deed));
        }
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
