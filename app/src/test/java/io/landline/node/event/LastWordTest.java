package io.landline.node.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.testing.StoppedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LastWordTest {
    @Test
    void ofTwoChangesAtOnceTheLaterOneIsToldLast() throws InterruptedException {
        var state = new AtomicInteger(1);
        var told = new ArrayList<Integer>();
        var word = new AtomicReference<LastWord<Integer>>();
        Thread later = Thread.ofPlatform().unstarted(() -> {
            state.set(2);
            word.get().tell();
        });
        word.set(new LastWord<>(state::get, now -> {
            if (now == 1) {
                later.start(); // while the first word is on its way
                StoppedThread.await(later);
            }
            told.add(now);
        }));
        word.get().tell();
        later.join();
        assertEquals(List.of(1, 2), told);
    }
}
