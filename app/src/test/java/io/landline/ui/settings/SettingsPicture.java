package io.landline.ui.settings;

import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Preferences.Chosen;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Pictures;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

/// Pictures of the settings, whole. Argument: the folder. Needs a screen of that height:
/// `-Dheadless.geometry=1920x2400-32`.
public final class SettingsPicture {
    private SettingsPicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        pictures.both("settings-plain", 1000, 2000, () -> page(new FakeNode(), Language.ENGLISH));
        pictures.both("settings-crowded", 480, 2390, () -> touched(page(crowded(), Language.FRENCH)));
        pictures.both("settings-zoomed", 600, 2390, () -> zoomed(page(crowded(), Language.ENGLISH)));
        Platform.exit();
    }

    private static Parent page(FakeNode node, Language language) {
        if (node.adapters.isEmpty()) {
            node.adapters.add(new NetworkAdapter("wlan0", "Intel Wi-Fi 6E AX211", List.of("192.168.1.20"), true));
        }
        var page = new SettingsPage(new FakeWindow().context(node, language), new FakePreferences(language));
        return page.view();
    }

    private static Parent zoomed(Parent view) {
        view.setStyle("-fx-font-size: 24px");
        return view;
    }

    private static FakeNode crowded() {
        var node = new FakeNode();
        node.adapters.add(
                new NetworkAdapter("enx00e04c680001",
                        "Realtek USB 10/100/1000 LAN with a very long name that goes on and on",
                        List.of("10.0.0.7", "fe80::2e0:4cff:fe68:1%enx00e04c680001"), true));
        node.adapters.add(new NetworkAdapter("docker0", "docker0", List.of(), false));
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, true, "amber fox piano river", false));
        node.rooms.add(PlainRecords.ownRoom("#class~3f", "#class~3f", "class", false, false, "1234", true));
        node.rooms.add(
                PlainRecords.ownRoom("#lan", "#lan party \u202Egpj.exe with a name of sixty-four bytes (open)", "lan",
                        true, true, null, false));
        node.chosen = new Chosen("Zoë \u202Eevil שלום 👩‍🚀 with a long name for a field",
                Path.of("/home/max/a/very/long/path/that/no/window/can/show/Downloads"),
                AcceptRule.KNOWN, List.of("enx00e04c680001"), List.of("192.168.1.20", "[fe80::1%eth0]:5263"));
        return node;
    }

    private static Parent touched(Parent view) {
        if (view instanceof ScrollPane scroll) {
            for (Node row : scroll.getContent().lookupAll(".settings-row")) {
                int pressed = 0;
                for (Node button : row.lookupAll(".button")) {
                    if (pressed++ != 1 && button instanceof Button b && pressed < 4) b.fire();
                }
            }
            if (scroll.getContent().lookup("#new-address") instanceof TextField field) field.setText("http://x y");
        }
        return view;
    }
}
