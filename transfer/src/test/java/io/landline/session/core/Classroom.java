package io.landline.session.core;

import io.landline.room.Room;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A class of pupils that joins one teacher at once, each on a network interface of its own; some mistype a word, and
/// correct it. Sessions without a database or presence: what is measured is the exchanges and their limits.
///
/// Arguments: the beginning of the interfaces' names, the number of pupils, how many of them mistype. The interfaces
/// are `<beginning>0` for the teacher, `<beginning>1` … for the pupils. Ends with 1 where somebody is not in within a
/// minute.
final class Classroom {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// For a person to read what is wrong and to type the word again.
    private static final Duration CORRECTED_AFTER = Duration.ofSeconds(5);
    private static final Room CLASS = TestNode.keyed("class", "amber fox piano river");

    private final TestNode teacher;
    private final InetAddress teacherAt;
    private final AtomicInteger refused = new AtomicInteger();
    private final long began = System.nanoTime();

    private Classroom(TestNode teacher, InetAddress teacherAt) {
        this.teacher = teacher;
        this.teacherAt = teacherAt;
    }

    public static void main(String[] arguments) throws Exception {
        String cards = arguments[0];
        int pupils = Integer.parseInt(arguments[1]);
        int typos = Integer.parseInt(arguments[2]);
        try (TestNode teacher = TestNode.on(cards + 0, CLASS)) {
            var room = new Classroom(teacher, address(cards + 0));
            System.exit(room.join(cards, pupils, typos) ? 0 : 1);
        }
    }

    private static InetAddress address(String card) throws Exception {
        return NetworkInterface.getByName(card)
                .inetAddresses()
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private boolean join(String cards, int pupils, int typos) throws Exception {
        var in = new CountDownLatch(pupils);
        for (int i = 1; i <= pupils; i++) {
            TestNode pupil = TestNode.on(cards + i);
            pupil.sessions.sighted(teacher.candidate(teacherAt));
            int number = i;
            Thread.ofVirtual().start(() -> enter(pupil, number, number <= typos, in));
        }
        boolean all = in.await(MINUTE.toSeconds(), TimeUnit.SECONDS);
        System.out.println(teacher.sessions.open().size() + " of " + pupils + " are in after " + seconds() + ", "
                + refused + " were told that their words differ");
        return all;
    }

    private void enter(TestNode pupil, int number, boolean mistypes, CountDownLatch in) {
        try {
            if (mistypes) {
                pupil.sessions.tryRooms(List.of(TestNode.keyed("class", "amber fox piano rivet " + number)));
                while (pupil.recorder.all("refused wrong-key").isEmpty()) Thread.sleep(50);
                refused.incrementAndGet();
                System.out.println("pupil " + number + " mistyped: told after " + seconds());
                Thread.sleep(CORRECTED_AFTER);
            }
            pupil.sessions.tryRooms(List.of(CLASS));
            while (pupil.recorder.all("joined").isEmpty()) Thread.sleep(50);
            System.out.println("pupil " + number + " is in after " + seconds());
            in.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String seconds() {
        return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
    }
}
