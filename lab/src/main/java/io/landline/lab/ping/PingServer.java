package io.landline.lab.ping;

import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.RecentSources;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpPort.Datagram;
import io.landline.lab.net.UdpService;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Acknowledges packets late, and some not at all, on purpose (S5): a bad network in a box.
///
///     client                                          server
///       | -- 'C 64' ------------------------------------> |  the size of the packets to come
///       | <---- 'Buffer Size Calibrated at Server.'       |  at once
///       | -- 64 bytes ----------------------------------> |  waits 0.1 … 500 ms, then in nine cases of ten
///       | <---- 'Packet Acknowledged'                     |
///       | -- 'exit' ------------------------------------> |
///       | <---- 'Stopping the Server.'                    |  and ends
///
/// The waiting holds the loop: packets that come meanwhile queue up in the socket. So when they come faster than every
/// quarter of a second (the mean delay), the queue grows and acknowledgements come later and later: that is what `ramp`
/// (S6) shows.
public final class PingServer implements UdpService {
    static final String CALIBRATED = "Buffer Size Calibrated at Server.";
    static final String ACKNOWLEDGED = "Packet Acknowledged";
    static final String STOPPING = "Stopping the Server.";
    static final String EXIT = "exit";

    private static final Pattern CALIBRATION = Pattern.compile("C (\\d{1,5})");
    private static final Duration DELAY_STEP = Duration.ofNanos(100_000);
    private static final int PERCENT = 100;
    /// In parallel mode: more packets than this wait nowhere. It is half a second of the most that comes in at all.
    private static final int WAITING_MAX = 1_000;

    /// @param delayMax the longest delay; the shortest is 0.1 ms, and zero means none
    /// @param parallel a timer for each packet, instead of one after the other
    /// @param keep a client's `exit` is answered, but the server goes on
    /// @param seed repeats a run
    public record Settings(Duration delayMax, int lossPercent, boolean parallel, boolean keep, long seed) {
        /// Longer than any network keeps a packet.
        public static final Duration DELAY_LONGEST = Duration.ofSeconds(60);
        public static final Settings AS_SHEET = new Settings(Duration.ofMillis(500), 10, false, false,
                new Random().nextLong());
    }

    private final Settings settings;
    private final Random random;
    private final RecentSources<SocketAddress, Integer> sizes = new RecentSources<>();
    private final Semaphore waiting = new Semaphore(WAITING_MAX);

    public PingServer(Settings settings) {
        this.settings = settings;
        random = new Random(settings.seed());
        // loads what Java needs for it: else the first packet would wait for that as well
        after(Duration.ZERO).english();
    }

    @Override
    public LabMessage serve(UdpPort port) throws IOException, InterruptedException {
        while (true) {
            Datagram datagram = port.receive(UdpPort.PAYLOAD_BYTES_MAX);
            String text = datagram.payload().text();
            if (text == null) {
                port.leaveNoText(datagram);
                continue;
            }
            Matcher calibration = CALIBRATION.matcher(text);
            if (calibration.matches() && isSize(Integer.parseInt(calibration.group(1)))) {
                sizes.put(datagram.from(), Integer.parseInt(calibration.group(1)), System.nanoTime());
                port.answer(datagram, Payload.of(CALIBRATED));
            } else if (text.equals(EXIT)) {
                port.answer(datagram, Payload.of(STOPPING));
                if (!settings.keep()) return LabMessage.of("stopped by {0}", datagram.peer().name());
            } else {
                acknowledge(port, datagram);
            }
        }
    }

    private static boolean isSize(int bytes) {
        return bytes >= 1 && bytes <= UdpPort.PAYLOAD_BYTES_MAX;
    }

    /// Both numbers are drawn here, on the one thread that receives, so that a seed repeats a run.
    private void acknowledge(UdpPort port, Datagram datagram) throws IOException, InterruptedException {
        int steps = (int) settings.delayMax().dividedBy(DELAY_STEP);
        Duration delay = steps == 0 ? Duration.ZERO : DELAY_STEP.multipliedBy(1 + random.nextInt(steps));
        boolean lost = random.nextInt(PERCENT) < settings.lossPercent();
        if (!settings.parallel()) {
            reply(port, datagram, delay, lost);
        } else if (waiting.tryAcquire()) {
            Thread.ofVirtual().name("lab-delay").start(() -> {
                try {
                    reply(port, datagram, delay, lost);
                } catch (IOException | InterruptedException _) {
                    // The server has ended meanwhile: nobody is there to reply.
                } finally {
                    waiting.release();
                }
            });
        } else {
            port.leave(datagram, "{0} packets wait already", new LabMessage.Limit(WAITING_MAX));
        }
    }

    private void reply(UdpPort port, Datagram datagram, Duration delay, boolean lost)
            throws IOException, InterruptedException {
        Thread.sleep(delay);
        LabMessage waited = after(delay);
        if (lost) {
            port.leave(datagram, "lost on purpose, {0}", waited);
            return;
        }
        Integer size = sizes.get(datagram.from(), System.nanoTime());
        boolean isCut = size != null && datagram.payload().length() > size;
        port.answer(datagram, Payload.of(ACKNOWLEDGED),
                isCut ? LabMessage.of("{0}, longer than the calibrated {1} B", waited, String.valueOf(size)) : waited);
    }

    private static LabMessage after(Duration delay) {
        return LabMessage.of("after {0} ms", delay.toNanos() / 1e6);
    }
}
