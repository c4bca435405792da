package io.landline.lab.relay;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A peer of S8: learns its own address, sends what is typed as `IP/port text`, and shows what others send at any time.
/// The course's peer reads one datagram after sending and takes it for the answer, even if it is somebody's message;
/// this one tells the two apart by their form, so that neither is lost.
///
/// @param raw a text with a colon is sent all the same: the relay answers 401
/// @param stays it goes on listening when nothing more is typed
public record RelayPeer(Target target, boolean raw, boolean stays, TypedInput typed,
        Consumer<LabEvent> events) implements Client {
    private static final Pattern TYPED = Pattern.compile("\\s*([^/\\s]+)\\s*/\\s*(\\S+)\\s+(.*)");
    /// More answers than questions never wait.
    private static final int ANSWERS_MAX = 16;
    private static final Duration LISTENING_STEP = Duration.ofDays(1);

    @Override
    public void run() throws IOException, InterruptedException {
        try (UdpClient socket = UdpClient.open(target, 0, events)) {
            events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of("you are {0}", RelayedMessage.me(socket))));
            BlockingQueue<Payload> answers = new ArrayBlockingQueue<>(ANSWERS_MAX);
            Thread listening = Thread.ofVirtual().name("lab-relay-peer").start(() -> listen(socket, answers));
            String line;
            while ((line = typed.next(LabMessage.of("IP/port text -> "))) != null) send(socket, answers, line);
            if (stays) listening.join();
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("left")));
    }

    private void send(UdpClient socket, BlockingQueue<Payload> answers, String line)
            throws IOException, InterruptedException {
        if (line.isBlank()) return;
        if (line.strip().equals("exit server")) {
            socket.send(Payload.of("exit server"));
            return;
        }
        Matcher parts = TYPED.matcher(line);
        if (!parts.matches()) {
            events.accept(
                    new LabEvent.Remark(Instant.now(),
                            LabMessage.of("Not sent. Type it like this: 127.0.0.1/58181 hello")));
            return;
        }
        if (parts.group(3).contains(":") && !raw) {
            events.accept(new LabEvent.Remark(Instant.now(),
                    LabMessage.of("Not sent: this protocol cannot carry a colon in a message.")));
            return;
        }
        socket.send(RelayedMessage.message(parts.group(1) + "/" + parts.group(2), parts.group(3)));
        Payload answer = answers.poll(UdpClient.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null) {
            throw new LabException("The relay at {0} did not answer within {1} s. {2}", socket.server().name(),
                    UdpClient.PATIENCE.toSeconds(),
                    Failures.remedy(Failures.TIMED_OUT));
        }
    }

    private void listen(UdpClient socket, BlockingQueue<Payload> answers) {
        try {
            while (true) {
                Payload heard = socket.receive(UdpPort.BUFFER_BYTES, LISTENING_STEP);
                // nobody asked that many questions
                if (heard != null && RelayServer.isAnswer(heard) && !answers.offer(heard)) answers.clear();
            }
        } catch (IOException e) {
            if (!socket.isClosed()) events.accept(new LabEvent.Remark(Instant.now(), Failures.message(e)));
        }
    }
}
