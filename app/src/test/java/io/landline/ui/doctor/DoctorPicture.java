package io.landline.ui.doctor;

import io.landline.doctor.Code;
import io.landline.doctor.Finding;
import io.landline.doctor.State;
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
        pictures.both("doctor-narrow", 480 - 72, 1800, () -> page(Language.FRENCH, true));
        Platform.exit();
    }

    private static Parent page(Language language, boolean asked) {
        var node = new FakeNode();
        node.doctor.findings.addAll(findings());
        var page = new DoctorPage(new FakeWindow().context(node, language));
        Parent view = page.view();
        view.getStylesheets().add(String.valueOf(Look.class.getResource("landline.css")));
        if (asked && view instanceof ScrollPane scroll && scroll.getContent().lookup("#doctor-look") instanceof Button look) look.fire();
        return view;
    }

    static List<Finding> findings() {
        return List.of(
                new Finding(Code.NO_INTERFACE, State.OK, "Landline uses wlan0 (192.168.1.20/24).", ""),
                new Finding(Code.FIREWALL_HERE, State.BAD, "What was sent to all left by wlan0, but the system did not hand the copy for"
                        + " ourselves to UDP port 5263, where Landline listens. Besides, ufw is switched on.",
                        "Run: sudo ufw allow 5263:5279/udp && sudo ufw allow 5263:5279/tcp.",
                        "sudo ufw allow 5263:5279/udp\nsudo ufw allow 5263:5279/tcp"),
                new Finding(Code.NO_MULTICAST, State.NOTE, "Multicast leaves by wlan0, but is not heard here, though the other ways are.",
                        "Nothing, as long as broadcast works; else look for a rule that drops packets to 239.255.52.63."),
                new Finding(Code.OTHER_ROOM, State.NOTE, "Zoë \u202Eevil שלום: here, but in none of the rooms of this profile.",
                        "If they should be: compare the names of the rooms, and join one room on both computers."),
                new Finding(Code.ISOLATION, State.UNKNOWN, "This system does not show who answers on the link.", ""),
                new Finding(Code.PORT_TAKEN, State.OK, "UDP port 5263 and TCP port 5263 are ours.", ""));
    }
}
