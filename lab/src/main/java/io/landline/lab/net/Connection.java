package io.landline.lab.net;

import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One TCP connection (or one over a Unix socket), at either end. TCP carries a stream of bytes: it knows no messages,
/// so one write may arrive as several reads and several writes as one read. One thread reads and writes; any may close.
public final class Connection implements Closeable {
    /// What the course's programs read at once.
    public static final int READ_BYTES_MAX = 1_024;
    /// The course's clients wait without end.
    public static final Duration PATIENCE = Duration.ofSeconds(5);
    /// Between two messages to one client, so that its next read does not return both.
    public static final Duration APART = Duration.ofMillis(100);
    /// After the last piece of a message, where nothing else tells that it is the last.
    private static final Duration QUIET = Duration.ofMillis(50);
    /// What is still read after the last word was said, and for how long (see [#finish]).
    private static final int LEFTOVER_BYTES_MAX = 64 * 1024;
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final ByteStream wire;
    private final InputStream in;
    private final OutputStream out;
    private final Peer peer;
    private final @Nullable Gate gate;
    private final Consumer<LabEvent> events;
    private volatile long movedAt = System.nanoTime();
    /// When the last bytes came. Reading thread only.
    private Instant cameAt = Instant.EPOCH;
    /// The time of the message that was told of last.
    private volatile Instant toldAt = Instant.EPOCH;

    /// Says whether what was read may pass; null where it may, else the limit that was broken. Servers have one.
    interface Gate {
        @Nullable
        LabMessage broken(int bytes);
    }

    /// What was read broke a limit. The gate has told of it, if it may.
    static final class OverLimit extends LabException {
        private static final long serialVersionUID = 1;

        OverLimit(LabMessage limit) { super(limit); }
    }

    Connection(ByteStream wire, Peer peer, @Nullable Gate gate, Consumer<LabEvent> events) throws IOException {
        this.wire = wire;
        this.peer = peer;
        this.gate = gate;
        this.events = events;
        in = wire.in();
        out = wire.out();
    }

    public Peer peer() {
        return peer;
    }

    /// Own address and port, as text.
    public String localName() {
        return wire.localName();
    }

    /// What one read returns, 1 to `bytesMax` bytes; null at the end of the stream: the other side has said that it
    /// will send no more.
    public @Nullable Payload read(int bytesMax) throws IOException {
        Payload payload = readUntold(bytesMax);
        if (payload != null) tellIn(payload);
        return payload;
    }

    /// As [#read], as an event for the code that answers it.
    public LabEvent.@Nullable In hear(int bytesMax) throws IOException {
        Payload payload = readUntold(bytesMax);
        return payload == null ? null : tellIn(payload);
    }

    /// Counts a further message of what one read returned. Each read counts as one message already.
    ///
    /// @throws IOException these are too many; nothing more is to be answered
    public void countFurther() throws IOException {
        LabMessage broken = gate == null ? null : gate.broken(0);
        if (broken != null) throw new OverLimit(broken);
    }

    /// Reads without an event, for those who put pieces together and then tell the whole by [#tellIn].
    public @Nullable Payload readUntold(int bytesMax) throws IOException {
        byte[] buffer = new byte[bytesMax];
        int length = in.read(buffer);
        if (length < 0) return null;
        movedAt = System.nanoTime();
        cameAt = Instant.now();
        LabMessage broken = gate == null ? null : gate.broken(length);
        if (broken != null) throw new OverLimit(broken);
        return Payload.of(buffer, 0, length);
    }

    /// With a note where it is text in another encoding than UTF-8.
    public LabEvent.In tellIn(Payload payload) {
        return tellIn(payload, TextEncoding.note(payload));
    }

    /// It came when its last bytes were read: that it was a whole message shows some time later. What came in one read
    /// with a message before it is told with no earlier time than what was told since.
    public LabEvent.In tellIn(Payload payload, LabMessage note) {
        Instant at = cameAt.isBefore(toldAt) ? toldAt : cameAt;
        toldAt = at;
        var heard = new LabEvent.In(at, peer, payload, note);
        events.accept(heard);
        return heard;
    }

    /// Writes all of it in one go. The system may still cut it into segments, or join it with the next.
    public void write(Payload payload) throws IOException {
        write(payload, null);
    }

    public void write(Payload payload, LabEvent.@Nullable In answers) throws IOException {
        Instant at = Instant.now(); // before: the other end may be quicker to tell of it
        writeUntold(payload);
        toldAt = at;
        events.accept(new LabEvent.Out(at, peer, payload, answers, LabMessage.NOTHING));
    }

    /// Writes without an event, for long files of which the pieces are told together.
    public void writeUntold(Payload payload) throws IOException {
        out.write(payload.bytes());
        out.flush();
        movedAt = System.nanoTime();
    }

    /// No reply, and why, as a sentence with places (see [LabMessage]).
    public void leave(LabEvent.In message, String english, Object... places) {
        events.accept(new LabEvent.Unanswered(Instant.now(), message, LabMessage.of(english, places)));
    }

    /// As [#leave], what is no text. Some languages write UTF-16 unless they are told otherwise.
    public void leaveNoText(LabEvent.In message) {
        events.accept(new LabEvent.Unanswered(Instant.now(), message, TextEncoding.noText(message.payload())));
    }

    /// The same of what is answered all the same: that the answer is a refusal does not say why.
    public void remarkNoText(LabEvent.In message) {
        events.accept(new LabEvent.Remark(Instant.now(), TextEncoding.noText(message.payload())));
    }

    public void remark(String english, Object... places) {
        events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of(english, places)));
    }

    /// Tells how far a file has got.
    ///
    /// @param whole its length, null where it is not known
    public void progress(Duration after, long bytes, @Nullable Long whole) {
        events.accept(new LabEvent.Progress(Instant.now(), peer, after, bytes, whole));
    }

    /// Reads give up after this time with a `SocketTimeoutException`; zero: never. A Unix socket knows no such limit.
    public void readWithin(Duration patience) throws IOException {
        wire.readWithin(patience);
    }

    /// Waits long enough that the message before is likely read by itself. A habit of this lab, nothing that TCP
    /// promises.
    public void pause() throws InterruptedException {
        Thread.sleep(APART);
    }

    /// A client's whole message, as far as one can know it: the first read, and what follows it without a pause. Null
    /// at the end. Of a connection that breaks after it, whoever uses it next hears.
    public @Nullable Payload message(int bytesMax, Duration patience) throws IOException {
        var all = new ByteArrayOutputStream();
        readWithin(patience);
        while (all.size() < bytesMax) {
            Payload piece;
            try {
                piece = readUntold(Math.min(READ_BYTES_MAX, bytesMax - all.size()));
            } catch (IOException e) {
                if (all.size() == 0) throw e;
                break;
            }
            if (piece == null) break;
            all.writeBytes(piece.bytes());
            readWithin(QUIET);
        }
        if (all.size() == 0) return null;
        Payload whole = Payload.of(all.toByteArray());
        tellIn(whole);
        return whole;
    }

    /// Says that nothing more will be sent (FIN), and waits a moment for the other side to see it. To close at once
    /// with bytes still unread would make the system send a reset, which may destroy what was just sent.
    public void finish() throws IOException {
        wire.shutdownOutput();
        readWithin(LINGER);
        int left = LEFTOVER_BYTES_MAX;
        byte[] buffer = new byte[READ_BYTES_MAX];
        long until = System.nanoTime() + LINGER.toNanos();
        while (left > 0 && System.nanoTime() - until < 0) {
            try {
                int length = in.read(buffer);
                if (length < 0) return;
                left -= length;
            } catch (SocketTimeoutException _) {
                return; // it keeps its side open; that is its right
            }
        }
    }

    /// Says that nothing more will be sent (FIN); what the other side still sends can be read.
    public void endOutput() throws IOException {
        wire.shutdownOutput();
    }

    /// How long no byte has moved.
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - movedAt);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
