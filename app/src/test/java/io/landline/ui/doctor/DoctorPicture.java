package io.landline.ui.doctor;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.language.Language;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageContext;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Path;
import java.time.InstantSource;
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
        PageContext context = new FakeWindow().context(node, language);
        var page = new DoctorPage(context,
                new DoctorViewModel(node.doctor, context.fx(), context.background(), InstantSource.system()));
        Parent view = page.view();
        view.getStylesheets().add(String.valueOf(Appearance.class.getResource("landline.css")));
        if (asked && view instanceof ScrollPane scroll
                && scroll.getContent().lookup("#doctor-look") instanceof Button look) {
            look.fire();
        }
        return view;
    }

    public static List<Finding> findings() {
        String allow = "sudo ufw allow 5263:5279/udp";
        String allowTcp = "sudo ufw allow 5263:5279/tcp";
        return List.of(
                new Finding(FindingCode.NO_INTERFACE, FindingState.OK,
                        DoctorMessage.of("interface.ok", "wlan0 (192.168.1.20/24)"),
                        DoctorMessage.NONE),
                new Finding(FindingCode.FIREWALL_HERE, FindingState.BAD,
                        DoctorMessage.of("echo.lost", "wlan0", "5263")
                                .and(DoctorMessage.of("echo.besides", DoctorMessage.of("firewall.ufw"))),
                        DoctorMessage.of("firewall.commands.remedy", allow + " && " + allowTcp),
                        allow + "\n" + allowTcp),
                new Finding(FindingCode.NO_MULTICAST, FindingState.NOTE,
                        DoctorMessage.of("way.lost", DoctorMessage.of("multicast"), "wlan0"),
                        DoctorMessage.of("multicast.nothing", "239.255.52.63")),
                new Finding(FindingCode.OTHER_ROOM, FindingState.NOTE,
                        DoctorMessage.of("room.strangers", "Zoë \u202Eevil שלום"),
                        DoctorMessage.of("room.strangers.remedy")),
                new Finding(FindingCode.ISOLATION, FindingState.UNKNOWN, DoctorMessage.of("link.hidden"),
                        DoctorMessage.NONE),
                new Finding(FindingCode.NETWORK_SHARE, FindingState.NOTE, DoctorMessage.of("share.network"),
                        DoctorMessage.of("share.network.nothing")),
                new Finding(FindingCode.PORT_TAKEN, FindingState.OK, DoctorMessage.of("port.ok", "5263", "5263"),
                        DoctorMessage.NONE));
    }
}
