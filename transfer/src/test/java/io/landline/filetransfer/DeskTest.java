package io.landline.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final long PATIENCE_SECONDS = 20;

    private final LinkedBlockingQueue<Duration> ticks = new LinkedBlockingQueue<>();
    private volatile Duration next = Desk.TICK_LATEST;
    private final Desk desk = new Desk(uptime -> {
        ticks.add(uptime);
        return uptime.plus(next);
    });

    @AfterEach
    void close() {
        desk.close();
    }

    private Duration tick() throws InterruptedException {
        Duration uptime = ticks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (uptime == null) throw new AssertionError("no tick");
        return uptime;
    }

    @Test
    void aJobIsFollowedByATickAlthoughNoneWasDue() throws Exception {
        desk.start();
        tick();
        Duration before = desk.uptime();
        desk.call(() -> null);
        assertTrue(tick().compareTo(before.plus(Desk.TICK)) >= 0);
    }

    @Test
    void theTickSaysWhenTheNextOneIs() throws Exception {
        next = Duration.ofMillis(1);
        desk.start();
        for (int i = 0; i < 5; i++) tick();
    }

    @Test
    void jobsThatFollowEachOtherWithoutAPauseDoNotKeepTheTickAway() throws Exception {
        desk.start();
        tick();
        var stop = new AtomicBoolean();
        repeat(stop);
        tick();
        tick();
        stop.set(true);
    }

    private void repeat(AtomicBoolean stop) {
        desk.post(() -> {
            if (!stop.get()) repeat(stop);
        });
    }

    @Test
    void aListenersCommandIsFollowedByATick() throws Exception {
        desk.start();
        tick();
        desk.post(() -> desk.announce(() -> next = Duration.ofMillis(1)));
        tick();
        tick();
        assertEquals(Duration.ofMillis(1), next);
    }
}
