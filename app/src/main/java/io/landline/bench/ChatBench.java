package io.landline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.bench.Latency.Phase;
import io.landline.control.ControlClient;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.process.NodeProcess;
import io.landline.settings.Profile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Measures what one message costs between two real nodes, beside what the same bytes cost at least: an echo by TCP, an
/// echo by TLS 1.3, one write that is forced to the disk, and one signature. One thread; [#close] from any.
///
/// *Confirmed* is the time from a line on the local socket of the sender to its `ok`. *Shown* is the time from the same
/// line to the `message` event on the local socket of the receiver.
public final class ChatBench implements Closeable {
    /// The rows of each phase, in their order.
    public static final String TCP = "TCP echo";
    public static final String TLS = "TLS 1.3 echo";
    public static final String DISK = "disk sync";
    public static final String SIGNATURE = "signature";
    public static final String CONFIRMED = "confirmed";
    public static final String SHOWN = "shown at the other side";

    /// Of each text, and of what is echoed and synced.
    private static final int TEXT_BYTES = 100;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /// @param cold first rounds
    /// @param inARow messages in a row, after those
    /// @param warm rounds after these
    public record Size(int cold, int inARow, int warm) {}

    /// Something that is done once a round.
    private interface Baseline {
        void once(byte[] bytes) throws IOException;
    }

    private final Size size;
    private final Consumer<Latency> out;
    private final BenchNodes nodes;
    private int said;

    /// @param in where the profiles go; a folder in memory has no disk to wait for
    /// @param out takes each row as it is there
    public ChatBench(Size size, Path in, Consumer<Latency> out) throws IOException {
        this.size = size;
        this.out = out;
        nodes = new BenchNodes(in);
    }

    public void run() throws IOException, InterruptedException {
        NodeProcess ada = nodes.start("Ada");
        String adaIs = BenchNodes.ready(ada);
        NodeProcess bob = nodes.start("Bob");
        String bobIs = BenchNodes.ready(bob);
        BenchNodes.joined(ada, bobIs);
        BenchNodes.joined(bob, adaIs);
        try (ControlClient adas = client("Ada");
                ControlClient bobs = client("Bob");
                EchoConnection tcp = EchoConnection.overTcp();
                EchoConnection tls = EchoConnection.overTls();
                var disk = new SyncedFile(nodes.folder().resolve("synced"))) {
            var shown = new ShownTimes(bobs);
            Identity signer = Identity.generate();
            Baseline[] baselines = {tcp::exchange, tls::exchange, disk::append,
                    bytes -> signer.sign(SignatureLabel.ENTRY, bytes)};
            inTurn(Phase.COLD, size.cold(), adas, shown, baselines);
            inARow(adas, shown, baselines);
            atOnce(adas, shown, baselines);
            inTurn(Phase.WARM, size.warm(), adas, shown, baselines);
        }
        nodes.quit();
    }

    private ControlClient client(String name) throws IOException {
        ControlClient client = ControlClient.toNodeOf(Profile.open(nodes.profile(name)));
        if (client == null) throw new IOException("A node has ended.");
        return client;
    }

    /// Each round does everything once, so that all have the same share of the machine.
    private void inTurn(Phase phase, int rounds, ControlClient adas, ShownTimes bobs, Baseline[] baselines)
            throws IOException, InterruptedException {
        var plain = new double[baselines.length][rounds];
        var confirmed = new double[rounds];
        var shown = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            String text = nextText();
            byte[] bytes = text.getBytes(US_ASCII);
            for (int each = 0; each < baselines.length; each++) {
                long began = System.nanoTime();
                baselines[each].once(bytes);
                plain[each][i] = (System.nanoTime() - began) / NANOS_PER_MILLI;
            }
            long began = System.nanoTime();
            confirmed[i] = (say(adas, text) - began) / NANOS_PER_MILLI;
            shown[i] = (bobs.await(text, BenchNodes.STEP_WITHIN) - began) / NANOS_PER_MILLI;
        }
        tell(new Latency[]{Latency.of(TCP, phase, plain[0], 0), Latency.of(TLS, phase, plain[1], 0),
                Latency.of(DISK, phase, plain[2], 0), Latency.of(SIGNATURE, phase, plain[3], 0)},
                Latency.of(CONFIRMED, phase, confirmed, 0), Latency.of(SHOWN, phase, shown, 0));
    }

    /// Each message is said as soon as the one before is confirmed, as a program does that has much to say.
    private void inARow(ControlClient adas, ShownTimes bobs, Baseline[] baselines)
            throws IOException, InterruptedException {
        int rounds = size.inARow();
        Latency[] beside = inARow(Phase.IN_A_ROW, baselines);
        var texts = new String[rounds];
        var begun = new long[rounds];
        var confirmed = new double[rounds];
        long first = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            texts[i] = nextText();
            begun[i] = System.nanoTime();
            confirmed[i] = (say(adas, texts[i]) - begun[i]) / NANOS_PER_MILLI;
        }
        double confirmedRate = rounds * NANOS_PER_SECOND / (System.nanoTime() - first);
        tell(beside, Latency.of(CONFIRMED, Phase.IN_A_ROW, confirmed, confirmedRate),
                shown(Phase.IN_A_ROW, texts, begun, bobs));
    }

    /// Nobody waits for an answer before they say the next, as a program does that reads a long text.
    private void atOnce(ControlClient adas, ShownTimes bobs, Baseline[] baselines)
            throws IOException, InterruptedException {
        int rounds = size.inARow();
        Latency[] beside = inARow(Phase.AT_ONCE, baselines);
        var texts = new String[rounds];
        for (int i = 0; i < rounds; i++) texts[i] = nextText();
        var begun = new long[rounds];
        var confirmedAt = new long[rounds];
        var failure = new AtomicReference<IOException>();
        long first = System.nanoTime();
        Thread says = Thread.ofPlatform().name("bench-says").start(() -> {
            try {
                for (int i = 0; i < rounds; i++) {
                    begun[i] = System.nanoTime();
                    send(adas, texts[i]);
                }
            } catch (IOException e) {
                failure.set(e);
            }
        });
        try {
            for (int i = 0; i < rounds; i++) confirmedAt[i] = awaitOk(adas, texts[i]);
        } finally {
            says.join();
        }
        if (failure.get() != null) throw failure.get();
        var confirmed = new double[rounds];
        for (int i = 0; i < rounds; i++) confirmed[i] = (confirmedAt[i] - begun[i]) / NANOS_PER_MILLI;
        tell(beside,
                Latency.of(CONFIRMED, Phase.AT_ONCE, confirmed,
                        rounds * NANOS_PER_SECOND / (confirmedAt[rounds - 1] - first)),
                shown(Phase.AT_ONCE, texts, begun, bobs));
    }

    private static Latency shown(Phase phase, String[] texts, long[] begun, ShownTimes bobs)
            throws IOException, InterruptedException {
        var shown = new double[texts.length];
        long last = begun[0];
        for (int i = 0; i < texts.length; i++) {
            long at = bobs.await(texts[i], BenchNodes.STEP_WITHIN);
            shown[i] = (at - begun[i]) / NANOS_PER_MILLI;
            last = Math.max(last, at);
        }
        return Latency.of(SHOWN, phase, shown, texts.length * NANOS_PER_SECOND / (last - begun[0]));
    }

    private Latency[] inARow(Phase phase, Baseline[] baselines) throws IOException {
        byte[] bytes = nextText().getBytes(US_ASCII);
        return new Latency[]{inARow(TCP, phase, baselines[0], bytes), inARow(TLS, phase, baselines[1], bytes),
                inARow(DISK, phase, baselines[2], bytes), inARow(SIGNATURE, phase, baselines[3], bytes)};
    }

    private Latency inARow(String what, Phase phase, Baseline baseline, byte[] bytes) throws IOException {
        var millis = new double[size.inARow()];
        long first = System.nanoTime();
        for (int i = 0; i < millis.length; i++) {
            long began = System.nanoTime();
            baseline.once(bytes);
            millis[i] = (System.nanoTime() - began) / NANOS_PER_MILLI;
        }
        double rate = millis.length * NANOS_PER_SECOND / (System.nanoTime() - first);
        return Latency.of(what, phase, millis, rate);
    }

    private void tell(Latency[] beside, Latency confirmed, Latency shown) {
        for (Latency each : beside) out.accept(each);
        out.accept(confirmed.beside(beside[0], beside[1], beside[2]));
        out.accept(shown.beside(beside[0], beside[1], beside[2]));
    }

    private String nextText() {
        String number = "message " + ++said + " ";
        return number + ".".repeat(TEXT_BYTES - number.length());
    }

    /// Says it in the room; the answer is when the `ok` came.
    private static long say(ControlClient node, String text) throws IOException {
        send(node, text);
        return awaitOk(node, text);
    }

    private static void send(ControlClient node, String text) throws IOException {
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("id", text);
        say.addProperty("to", "#" + BenchNodes.ROOM);
        say.addProperty("text", text);
        node.send(say.toString());
    }

    private static long awaitOk(ControlClient node, String text) throws IOException {
        while (true) {
            String line = node.next(BenchNodes.STEP_WITHIN);
            long now = System.nanoTime();
            if (line == null) throw new IOException("The node gave no answer.");
            JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
            boolean isOurs = answer.has("id") && answer.get("id").getAsString().equals(text);
            if (!isOurs) continue; // an event that came meanwhile
            if (!answer.has("seq")) throw new IOException("A message was refused: " + answer);
            return now;
        }
    }

    /// Ends the nodes, if they still run, and takes the temporary folder away.
    @Override
    public void close() throws IOException {
        nodes.close();
    }
}
