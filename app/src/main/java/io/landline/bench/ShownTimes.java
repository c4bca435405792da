package io.landline.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.control.ControlClient;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notes when a node tells of each message, on a thread of its own. Any thread.
final class ShownTimes {
    private static final Duration LOOK = Duration.ofHours(1);

    /// By the message's text, as `System.nanoTime`.
    private final Map<String, Long> shown = new HashMap<>();
    private @Nullable IOException ended;

    /// From now on, until the connection ends.
    ShownTimes(ControlClient node) {
        Thread.ofPlatform().daemon().name("bench-shown").start(() -> readAll(node));
    }

    private void readAll(ControlClient node) {
        try {
            while (true) {
                String line = node.next(LOOK);
                long now = System.nanoTime();
                if (line != null) note(JsonParser.parseString(line).getAsJsonObject(), now);
            }
        } catch (IOException e) {
            synchronized (this) {
                ended = e;
                notifyAll();
            }
        }
    }

    private synchronized void note(JsonObject event, long now) {
        if (!event.get("event").getAsString().equals("message")) return;
        shown.put(event.get("text").getAsString(), now);
        notifyAll();
    }

    /// When the message with this text was told, whether it was already or will be within this time.
    synchronized long await(String text, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Long at = shown.get(text);
            if (at != null) return at;
            if (ended != null) throw ended;
            long left = end - System.nanoTime();
            if (left <= 0) throw new IOException("A message did not come.");
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
