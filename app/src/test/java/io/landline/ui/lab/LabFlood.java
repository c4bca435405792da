package io.landline.ui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.language.Language;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.PumpedLab;
import io.landline.ui.page.Flood;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.Pulses;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Prints how the window bears 1,000 messages a second through a card: an echo by UDP, and a client beside the window.
/// Run by hand, no test. Argument: seconds for each of diagram and trace.
final class LabFlood {
    private static final int SECONDS_USUAL = 8;
    private static final int REPLY_BYTES_MAX = 2_048;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean goesOn = true;

    private LabFlood() {}

    public static void main(String[] arguments) throws Exception {
        new LabFlood().measure(arguments.length == 0 ? SECONDS_USUAL : Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    private void measure(int seconds) throws Exception {
        TestedScreen.start();
        FxThread fx = FxThread.ofToolkit();
        var model = TestedScreen.onFx(() -> new LabViewModel(fx, Background.ofVirtualThreads(fx)));
        LabSystem echo = LabSystems.ALL.getFirst();
        BenchViewModel bench = TestedScreen.onFx(() -> model.bench(echo));
        Stage stage = TestedScreen.onFx(() -> show(fx, model));
        Pulses pulses = TestedScreen.onFx(Pulses::new);
        TestedScreen.onFx(() -> {
            PumpedLab.set(bench.cards().getFirst(), "port", "0");
            PumpedLab.set(bench.cards().getFirst(), "limit", "9999999");
            bench.cards().getFirst().start();
        });
        int port = 0;
        while (port == 0) {
            Thread.sleep(Duration.ofMillis(50));
            port = TestedScreen.onFx(() -> bench.cards().getFirst().listeningPort());
        }
        Flood.printHeap("before");
        Thread.sleep(Duration.ofSeconds(3));
        TestedScreen.onFx(() -> pulses.print("left alone"));
        int to = port;
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(200);
            Thread reading = Thread.ofPlatform().start(() -> read(socket));
            try (var _ = new Flood(() -> send(socket, to))) {
                Thread.sleep(Duration.ofSeconds(seconds));
                TestedScreen.onFx(() -> pulses.print("diagram in front"));
                Flood.printHeap("after the diagram");
                TestedScreen.onFx(() -> ((ToggleButton) stage.getScene().lookup("#lab-show-trace")).fire());
                Thread.sleep(Duration.ofSeconds(seconds));
                TestedScreen.onFx(() -> pulses.print("trace in front"));
                Flood.printHeap("after the trace");
            }
            Thread.sleep(Duration.ofSeconds(1));
            goesOn = false;
            reading.join();
        }
        System.out.printf("sent %,d, answered %,d; rows held %,d, left out %,d; rungs held %,d%n", sent.get(),
                answered.get(), bench.rows().size(), bench.left().get(), bench.ladder().get().rungs().size());
        TestedScreen.onFx(() -> {
            stage.close();
            model.close();
        });
    }

    private static Stage show(FxThread fx, LabViewModel model) {
        var window = new FakeWindow();
        PageContext fake = window.context(new FakeNode(), Language.ENGLISH);
        var page = new LabPage(
                new PageContext(fake.node(), fx, Background.ofVirtualThreads(fx), Language.ENGLISH, window, window,
                        new PassingTime()),
                model);
        return Flood.show(page.view());
    }

    private void send(DatagramSocket socket, int port) {
        byte[] text = ("message " + sent.incrementAndGet()).getBytes(UTF_8);
        try {
            socket.send(new DatagramPacket(text, text.length, InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(DatagramSocket socket) {
        var reply = new DatagramPacket(new byte[REPLY_BYTES_MAX], REPLY_BYTES_MAX);
        while (goesOn) {
            try {
                socket.receive(reply);
                answered.incrementAndGet();
            } catch (SocketTimeoutException _) {
                continue;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
