package io.landline.lab.compare;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// TCP's flow control (S30), on this computer alone: a sender writes as fast as it may, the receiver reads, stops
/// reading, and goes on. When the buffers on both sides are full the sender's write does not return: its rate falls to
/// nothing without a byte being lost.
///
/// @param phase how long the receiver reads, then rests, then reads again
public record SlowReader(Duration phase, Consumer<LabEvent> events) implements Client {
    /// Of the reader: it reads for this long, rests, and reads again.
    public static final Duration PHASE = Duration.ofSeconds(1);
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int WRITE_BYTES = 4 * 1024;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(2);
    private static final int PHASES = 3;
    private static final double BYTES_PER_KIB = 1_024;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int BAR_CHARS = 40;

    /// @param kibPerSecond what the sender could write, step by step of 100 ms
    public record Result(List<Double> kibPerSecond, long sent, long received) implements LabResult {
        public Result {
            kibPerSecond = List.copyOf(kibPerSecond);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("stepMs", STEP.toMillis());
            fields.put("kibPerSecond", kibPerSecond);
            fields.put("sent", sent);
            fields.put("received", received);
            return fields;
        }

        @Override
        public String summary() {
            double most = kibPerSecond.stream().mapToDouble(each -> each).max().orElse(1);
            var text = new StringBuilder("what the sender could write, KiB/s (the receiver reads, rests, reads)");
            for (int i = 0; i < kibPerSecond.size(); i++) {
                double rate = kibPerSecond.get(i);
                text.append(String.format(Locale.ROOT, "%n%4.1f s %8.0f  ",
                        (i + 1) * STEP.toMillis() / MILLIS_PER_SECOND, rate))
                        .append("#".repeat(most == 0 ? 0 : (int) (rate / most * BAR_CHARS)));
            }
            return text + "\nsent " + sent + " B, received " + received + " B: nothing was lost";
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        try (var listening = new ServerSocket()) {
            listening.setReceiveBufferSize(BUFFER_BYTES); // must be set before listening, else it does not hold
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var sender = new Socket()) {
                sender.setSendBufferSize(BUFFER_BYTES);
                sender.connect(listening.getLocalSocketAddress());
                try (Socket receiver = listening.accept()) {
                    measure(sender, receiver);
                }
            }
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    private void measure(Socket sender, Socket receiver) throws InterruptedException {
        var written = new AtomicLong();
        var received = new AtomicLong();
        var reads = new AtomicBoolean(true);
        var writes = new AtomicBoolean(true);
        Thread writing = Thread.ofVirtual().name("lab-sender").start(() -> write(sender, writes, written));
        Thread reading = Thread.ofVirtual().name("lab-receiver").start(() -> read(receiver, reads, received));
        var rates = new ArrayList<Double>();
        for (int each = 0; each < PHASES; each++) {
            reads.set(each != 1);
            for (long step = 0; step < phase.dividedBy(STEP); step++) {
                long before = written.get();
                Thread.sleep(STEP);
                long bytes = written.get() - before;
                rates.add(bytes / BYTES_PER_KIB * MILLIS_PER_SECOND / STEP.toMillis());
                events.accept(new LabEvent.Rate(Instant.now(), STEP.multipliedBy(rates.size()), bytes, STEP));
            }
        }
        writes.set(false);
        writing.join();
        reading.join();
        events.accept(new LabEvent.Result(Instant.now(), new Result(rates, written.get(), received.get())));
    }

    private void write(Socket sender, AtomicBoolean goesOn, AtomicLong written) {
        byte[] bytes = new byte[WRITE_BYTES];
        try {
            while (goesOn.get()) {
                sender.getOutputStream().write(bytes); // waits while both buffers are full
                written.addAndGet(bytes.length);
                Thread.sleep(BETWEEN_WRITES);
            }
            sender.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            events.accept(new LabEvent.Remark(Instant.now(),
                    LabMessage.of("the sender was interrupted: {0}", String.valueOf(e.getMessage()))));
        }
    }

    private void read(Socket receiver, AtomicBoolean goesOn, AtomicLong received) {
        byte[] bytes = new byte[BUFFER_BYTES];
        try {
            int length;
            while ((length = receiver.getInputStream().read(bytes)) >= 0) {
                received.addAndGet(length);
                while (!goesOn.get()) Thread.sleep(BETWEEN_WRITES);
            }
        } catch (IOException | InterruptedException e) {
            events.accept(new LabEvent.Remark(Instant.now(),
                    LabMessage.of("the receiver was interrupted: {0}", String.valueOf(e.getMessage()))));
        }
    }
}
