package io.landline.ui.network;

import io.landline.handshake.RefusalReason;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.PacketTap.NetworkAdapter;
import io.landline.node.port.PacketTap.Refusal;
import io.landline.node.port.PacketTap.Way;
import io.landline.node.port.Preferences;
import io.landline.peer.Direction;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import io.landline.presence.ObservedDatagram.Content;
import io.landline.presence.ObservedDatagram.Hop;
import io.landline.session.EndReason;
import io.landline.ui.look.Appearance;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;

/// Pictures of the network page. Argument: the folder.
public final class NetworkPicture {
    private static final Fingerprint ZOE = Fingerprint.parse("2e".repeat(32));

    private NetworkPicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        pictures.both("network-list", 1000 - 72, 700, () -> page(Language.ENGLISH, 30, "", -1));
        pictures.both("network-details", 1000 - 72, 700, () -> page(Language.ENGLISH, 30, "", 24));
        pictures.both("network-narrow", 480 - 72, 760, () -> page(Language.FRENCH, 30, "", 27));
        pictures.both("network-narrow-list", 480 - 72, 760, () -> page(Language.ENGLISH, 6_000, "", -1));
        pictures.both("network-empty", 480 - 72, 760, () -> page(Language.FRENCH, 0, "", -1));
        pictures.both("network-comings", 1000 - 72, 700, () -> page(Language.ENGLISH, 3, "comings", -1));
        pictures.both("network-comings-narrow", 480 - 72, 760, () -> page(Language.FRENCH, 3, "comings", -1));
        pictures.both("network-interfaces", 1000 - 72, 700, () -> page(Language.ENGLISH, 30, "interfaces", -1));
        pictures.both("network-interfaces-narrow", 480 - 72, 760, () -> page(Language.FRENCH, 30, "interfaces", -1));
        Platform.exit();
    }

    private static Parent page(Language language, int datagrams, String tab, int selected) {
        var node = new FakeNode();
        node.wire.adapters.add(new NetworkAdapter("wlan0", List.of("192.168.1.20/24", "fe80::1c2d:3e4f:5061:7283/64"),
                Set.of(Way.BROADCAST, Way.SUBNET_BROADCAST, Way.MULTICAST_4, Way.MULTICAST_6), "wlan0 192.168.1.0/24",
                true));
        node.wire.adapters.add(new NetworkAdapter("enx00e04c680001", List.of("169.254.17.3/16"),
                Set.of(Way.BROADCAST, Way.SUBNET_BROADCAST, Way.MULTICAST_4), "enx00e04c680001 169.254.0.0/16", false));
        node.adapters.add(new Preferences.NetworkAdapter("wlan0", "Intel Wi-Fi 6E AX211", List.of(), true));
        var page = new NetworkPage(new FakeWindow().context(node, language), new NetworkWatch(node.ports()));
        pass(node, datagrams);
        if (datagrams > 0) people(node);
        Parent view = page.view();
        view.getStylesheets().add(String.valueOf(Appearance.class.getResource("landline.css")));
        page.shown();
        if (!tab.isEmpty() && view.lookup("#network-tab-" + tab) instanceof ToggleButton button) button.fire();
        Platform.runLater(() -> {
            if (selected >= 0 && view.lookup("#datagrams") instanceof ListView<?> list) {
                list.getSelectionModel().select(selected);
            }
        });
        return view;
    }

    private static void pass(FakeNode node, int count) {
        for (int i = 0; i < count; i++) {
            switch (i % 6) {
                case 0 -> node.wire
                        .pass(SampleDatagrams.out("still", FakeNode.SELF, Way.BROADCAST, "255.255.255.255", "wlan0"));
                case 1 -> node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                case 2 -> node.wire
                        .pass(SampleDatagrams.out("ask", FakeNode.SELF, Way.ONE_ADDRESS, "192.168.1.30", "wlan0"));
                case 3 -> node.wire.pass(SampleDatagrams.announce(ZOE, "Zoë \\u202Eevil שלום 👩‍🚀 with a long name"));
                case 4 -> node.wire.pass(
                        SampleDatagrams.in("reply", SampleDatagrams.BOB, "{\"name\":\"Bob\",\"text\":\"שלום עולם\"}",
                                "", "10.0.0.9"));
                default -> node.wire.pass(SampleDatagrams.in(
                        new Hop("wlan0", Direction.IN, SampleDatagrams.end("0.0.0.0", 5263),
                                SampleDatagrams.end("fe80::aaaa:bbbb:cccc:dddd", 40_000)),
                        "GET / HTTP/1.1\r\n".getBytes(),
                        new Content(Optional.empty(), Optional.empty(), "", Optional.of("not Landline"))));
            }
        }
        if (count > 0) {
            node.wire.pass(SampleDatagrams.in("leave", SampleDatagrams.BOB, "{\"publicKey\":\"00\"}"));
            node.wire.refuse(new Refusal(SampleDatagrams.NOON, "wlan0", Way.MULTICAST_6, "Network is unreachable"));
        }
    }

    private static void people(FakeNode node) {
        var bob = new Person(SampleDatagrams.BOB, new PeerName("Bob"),
                List.of(new Endpoint(InetAddress.ofLiteral("192.168.1.30"), 5263)), List.of());
        var zoe = new Person(ZOE, new PeerName("Zoë שלום 👩‍🚀 with a long name that goes on"), List.of(), List.of());
        node.tell(new NodeEvent.PeerAppeared(bob));
        node.tell(new NodeEvent.PeerAppeared(zoe));
        node.tell(new NodeEvent.SessionOpened(SampleDatagrams.BOB, "Bob", "192.168.1.30:5263"));
        node.tell(new NodeEvent.Joined(SampleDatagrams.BOB, "Bob", "#class 7b"));
        node.tell(new NodeEvent.Refused(ZOE, zoe.name().value(), "#class 7b", RefusalReason.WRONG_KEY));
        node.tell(new NodeEvent.SessionClosed(SampleDatagrams.BOB, "Bob", "192.168.1.30:5263", EndReason.SILENT));
        node.tell(new NodeEvent.PeerLeft(bob, LeaveReason.SILENT));
        node.tell(new NodeEvent.PeerLeft(zoe, LeaveReason.LEAVE));
    }
}
