package io.landline.ui.doctor;

import io.landline.doctor.Code;
import io.landline.doctor.Finding;
import io.landline.doctor.State;
import io.landline.doctor.Words;
import io.landline.ui.look.Look;
import io.landline.ui.text.Language;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;

/// Pictures of the doctor's page. Argument: the folder. Needs a high screen: `-Dheadless.geometry=1920x2400-32`.
public final class DoctorPicture {
    private DoctorPicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        pictures.both("doctor-before", 1000 - 72, 500, () -> page(Language.ENGLISH, false));
        pictures.both("doctor-done", 1000 - 72, 1300, () -> page(Language.ENGLISH, true));
        pictures.both("doctor-french", 1000 - 72, 1300, () -> page(Language.FRENCH, true));
        pictures.both("doctor-narrow", 480 - 72, 1800, () -> page(Language.FRENCH, true));
        Platform.exit();
    }

    private static Parent page(Language language, boolean asked) {
        var node = new FakeNode();
        node.doctor.findings.addAll(findings());
        var page = new DoctorPage(new FakeWindow().context(node, language));
        Parent view = page.view();
        view.getStylesheets().add(String.valueOf(Look.class.getResource("landline.css")));
        if (asked && view instanceof ScrollPane scroll
                && scroll.getContent().lookup("#doctor-look") instanceof Button look) {
            look.fire();
        }
        return view;
    }

    static List<Finding> findings() {
        String allow = "sudo ufw allow 5263:5279/udp";
        String allowTcp = "sudo ufw allow 5263:5279/tcp";
        return List.of(
                new Finding(Code.NO_INTERFACE, State.OK, Words.of("interface.ok", "wlan0 (192.168.1.20/24)"),
                        Words.NONE),
                new Finding(Code.FIREWALL_HERE, State.BAD,
                        Words.of("echo.lost", "wlan0", "5263").and(Words.of("echo.besides", Words.of("firewall.ufw"))),
                        Words.of("firewall.commands.remedy", allow + " && " + allowTcp), allow + "\n" + allowTcp),
                new Finding(Code.NO_MULTICAST, State.NOTE, Words.of("way.lost", Words.of("multicast"), "wlan0"),
                        Words.of("multicast.remedy", "239.255.52.63")),
                new Finding(Code.OTHER_ROOM, State.NOTE, Words.of("room.strangers", "Zoë \u202Eevil שלום"),
                        Words.of("room.strangers.remedy")),
                new Finding(Code.ISOLATION, State.UNKNOWN, Words.of("link.hidden"), Words.NONE),
                new Finding(Code.NETWORK_SHARE, State.NOTE, Words.of("share.network"),
                        Words.of("share.network.remedy")),
                new Finding(Code.PORT_TAKEN, State.OK, Words.of("port.ok", "5263", "5263"), Words.NONE));
    }
}
