package io.landline.lab.relay;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shares one big task among workers through the relay (S29): how many primes are there up to a limit? Each worker gets
/// a piece, and the next when it has answered, so that the quick ones do more. A worker that does not answer loses its
/// piece to the others.
///
/// @param workers as the relay names them: `127.0.0.1/58181`
/// @param upTo 2 to 10,000,000
public record PrimeAsker(Target relay, List<String> workers, int upTo, Consumer<LabEvent> events) implements Client {
    public static final int LIMIT_MAX = Primes.LARGEST;
    public static final int WORKERS_MAX = 16;
    /// What may name a worker, as a regular expression: without what divides the fields of the relay's messages, and
    /// several workers.
    public static final String WORKER = "[^/:;,\\s]{1,255}/\\d{1,5}";
    /// Where somebody has, or names, an IPv6 address; for a person.
    public static final LabMessage IPV4_ALONE = LabMessage.of(
            "A relay's message has no room for the colons of an IPv6 address, so nobody could be"
                    + " asked, or answer. Reach the relay by IPv4, all of you: --family 4, or an IPv4 address at"
                    + " --to.");
    private static final int PIECES_PER_WORKER = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final double NANOS_PER_MILLI = 1e6;

    /// Whether an address is one of IPv6, as the relay names a worker.
    public static boolean isByIpv6(String address) {
        return address.indexOf(':') != address.lastIndexOf(':');
    }

    public PrimeAsker {
        workers = List.copyOf(workers);
    }

    /// @param millis from the question to the answer
    public record Share(String worker, int from, int to, int primes, double millis) {}

    public record Result(int upTo, List<Share> shares) implements LabResult {
        public Result {
            shares = List.copyOf(shares);
        }

        public int primes() {
            return shares.stream().mapToInt(Share::primes).sum();
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var list = new ArrayList<Map<String, @Nullable Object>>();
            for (Share each : shares) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("worker", each.worker());
                row.put("from", each.from());
                row.put("to", each.to());
                row.put("primes", each.primes());
                row.put("ms", each.millis());
                list.add(row);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("upTo", upTo);
            fields.put("primes", primes());
            fields.put("shares", list);
            return fields;
        }

        @Override
        public String summary() {
            var text = new StringBuilder();
            for (Share each : shares) {
                text.append(String.format(Locale.ROOT, "%-22s %8d to %8d  %7d primes  %.1f ms%n", each.worker(),
                        each.from(), each.to(), each.primes(), each.millis()));
            }
            return text + "primes up to " + upTo + ": " + primes();
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Result found;
        try (UdpClient socket = UdpClient.open(relay, 0, events)) {
            RelayedMessage.meInAHeader(socket);
            found = new Sharing(socket).all();
        }
        events.accept(new LabEvent.Result(Instant.now(), found));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    /// Of one size, but for the last.
    private Deque<Primes> pieces() {
        int size = Math.max(1, Math.ceilDiv(upTo - 1, workers.size() * PIECES_PER_WORKER));
        var pieces = new ArrayDeque<Primes>();
        for (int from = 2; from <= upTo; from += size) pieces.add(new Primes(from, Math.min(upTo, from + size - 1)));
        return pieces;
    }

    /// One run: what is left to do, which worker does what, and which have nothing to do.
    private final class Sharing {
        private record Asked(Primes piece, long at) {}

        private final UdpClient socket;
        private final Deque<Primes> left = pieces();
        private final Map<String, Asked> asked = new LinkedHashMap<>();
        private final Deque<String> idle = new ArrayDeque<>(workers);
        private final List<Share> shares = new ArrayList<>();

        Sharing(UdpClient socket) { this.socket = socket; }

        Result all() throws IOException {
            while (true) {
                handOut();
                if (asked.isEmpty() && left.isEmpty()) return new Result(upTo, shares);
                if (asked.isEmpty()) {
                    throw new LabException(
                            "No worker answers. Are they running, and are these their addresses at the relay?");
                }
                Payload heard = socket.receive(UdpPort.BUFFER_BYTES, PATIENCE);
                RelayedMessage relayed = heard == null ? null : RelayedMessage.of(heard);
                if (relayed != null) answered(relayed);
                giveUpOnTheSilent();
            }
        }

        private void handOut() throws IOException {
            while (!left.isEmpty() && !idle.isEmpty()) {
                Primes piece = left.removeFirst();
                String worker = idle.removeFirst();
                asked.put(worker, new Asked(piece, System.nanoTime()));
                socket.send(RelayedMessage.message(worker, piece.question()));
            }
        }

        /// An answer to something that was not asked changes nothing.
        private void answered(RelayedMessage relayed) {
            Asked open = asked.get(relayed.from());
            Integer primes = open == null ? null : open.piece().found(relayed.text());
            if (open == null || primes == null) return;
            asked.remove(relayed.from());
            idle.addLast(relayed.from());
            shares.add(new Share(relayed.from(), open.piece().from(), open.piece().to(), primes,
                    (System.nanoTime() - open.at()) / NANOS_PER_MILLI));
            events.accept(new LabEvent.SoFar(Instant.now(), new Result(upTo, shares)));
        }

        /// A silent worker is not asked again; the others do the piece.
        private void giveUpOnTheSilent() {
            for (var each : Map.copyOf(asked).entrySet()) {
                if (System.nanoTime() - each.getValue().at() < PATIENCE.toNanos()) continue;
                asked.remove(each.getKey());
                left.addFirst(each.getValue().piece());
                boolean areOthers = !asked.isEmpty() || !idle.isEmpty();
                events.accept(new LabEvent.Remark(Instant.now(), areOthers
                        ? LabMessage.of("{0} does not answer: the others do its piece", each.getKey())
                        : LabMessage.of("{0} does not answer", each.getKey())));
            }
        }
    }
}
