package io.landline.ui.network;

import io.landline.language.Language;
import io.landline.node.port.PacketTap.Datagram;
import io.landline.node.port.PacketTap.Way;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.page.Flood;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.Pulses;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Prints how the network page bears 1,000 datagrams a second, of a hundred peers: followed, with one datagram shown
/// whole, filtered, and while another page is in front. Run by hand, no test. Argument: seconds for each.
final class NetworkFlood {
    private static final int SECONDS_USUAL = 8;
    private static final int PEERS = 100;
    private static final int ROW_SHOWN = 100;

    private final FakeNode node = new FakeNode();
    private final AtomicLong passed = new AtomicLong();

    private NetworkFlood() {}

    public static void main(String[] arguments) throws Exception {
        new NetworkFlood()
                .measure(Duration.ofSeconds(arguments.length == 0 ? SECONDS_USUAL : Integer.parseInt(arguments[0])));
        System.exit(0);
    }

    private void measure(Duration each) throws Exception {
        TestedScreen.start();
        FxThread fx = FxThread.ofToolkit();
        var window = new FakeWindow();
        PageContext fake = window.context(node, Language.ENGLISH);
        var page = TestedScreen.onFx(() -> new NetworkPage(
                new PageContext(fake.node(), fx, Background.ofVirtualThreads(fx), Language.ENGLISH, window, window,
                        new PassingTime()),
                new NetworkWatch(fake.node())));
        Stage stage = TestedScreen.onFx(() -> Flood.show(page.view()));
        TestedScreen.onFx(page::shown);
        Pulses pulses = TestedScreen.onFx(Pulses::new);
        Thread.sleep(Duration.ofSeconds(3));
        TestedScreen.onFx(() -> pulses.print("left alone"));
        Flood.printHeap("before");
        try (var _ = new Flood(this::pass)) {
            phase(each, pulses, "the list followed");
            TestedScreen.onFx(
                    () -> ((ListView<?>) stage.getScene().lookup("#datagrams")).getSelectionModel().select(ROW_SHOWN));
            phase(each, pulses, "one datagram shown whole");
            TestedScreen.onFx(() -> ((TextField) stage.getScene().lookup("#network-filter")).setText("announce"));
            phase(each, pulses, "filtered");
            TestedScreen.onFx(() -> ((ToggleButton) stage.getScene().lookup("#network-tab-interfaces")).fire());
            phase(each, pulses, "interfaces");
            TestedScreen.onFx(page::hidden);
            phase(each, pulses, "another page in front");
        }
        System.out.printf("passed %,d%n", passed.get());
        TestedScreen.onFx(() -> {
            stage.close();
            page.close();
        });
    }

    private static void phase(Duration length, Pulses pulses, String name) throws InterruptedException {
        Thread.sleep(length);
        TestedScreen.onFx(() -> pulses.print(name));
        Flood.printHeap(name);
    }

    /// One still of ours and one announce among eight stills of others.
    private void pass() {
        long number = passed.getAndIncrement();
        Fingerprint peer = Fingerprint.parse("%02x".formatted(number % PEERS).repeat(32));
        Datagram datagram = switch ((int) (number % 10)) {
            case 0 -> SampleDatagrams.out("still", FakeNode.SELF, Way.BROADCAST, "255.255.255.255", "wlan0");
            case 1 -> SampleDatagrams.announce(peer, "Peer " + number % PEERS);
            default -> SampleDatagrams.still(peer);
        };
        node.wire.pass(datagram);
    }
}
