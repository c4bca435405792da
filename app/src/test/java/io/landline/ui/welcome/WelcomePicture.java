package io.landline.ui.welcome;

import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;

/// Pictures of the first page and of what follows. Argument: the folder.
public final class WelcomePicture {
    private static FakeNode trying = new FakeNode();

    private WelcomePicture() {}

    public static void main(String[] arguments) throws InterruptedException {
        Pictures.start();
        var pictures = new Pictures(Path.of(arguments[0]));
        pictures.both("welcome-first", 1000, 720, () -> page(true, Language.ENGLISH, _ -> {}, _ -> {}));
        pictures.both("welcome-narrow", 480, 1000, () -> page(true, Language.FRENCH, _ -> {}, WelcomePicture::typed));
        pictures.both("welcome-typed", 1000, 900,
                () -> page(false, Language.ENGLISH, WelcomePicture::crowded, WelcomePicture::typed));
        pictures.both("welcome-ask", 1000, 500, () -> page(true, Language.ENGLISH, WelcomePicture::crowded, page -> {
            type(page, "new-room-name", "class");
            press(page, "create-room");
        }));
        pictures.both("welcome-created", 480, 600, () -> page(true, Language.ENGLISH, _ -> {}, page -> {
            type(page, "new-room-name", "\u202Eclass עברית 👋 with a long name");
            press(page, "create-room");
        }));
        pictures.both("welcome-slide", 1920, 1080,
                () -> page(false, Language.ENGLISH, _ -> {}, WelcomePicture::slide));
        pictures.both("welcome-slide-narrow", 480, 900,
                () -> page(false, Language.FRENCH, _ -> {}, WelcomePicture::slide));
        pictures.both("welcome-differ", 1000, 800,
                () -> page(false, Language.ENGLISH, WelcomePicture::crowded, page -> {
                    type(page, "join-room-name", "class");
                    type(page, "join-room-words", "amber fox piano river");
                    press(page, "join-room");
                    trying.trial.ended(new TrialResult.WordsDiffer(List.of("Ada", "Ben")));
                }));
        pictures.both("welcome-correct", 1000, 500, () -> correcting(Language.ENGLISH));
        pictures.both("welcome-correct-narrow", 480, 700, () -> {
            Parent page = correcting(Language.FRENCH);
            type(page, "join-room-words", "amber fox piano rivet");
            press(page, "join-room");
            trying.trial.ended(new TrialResult.WordsDiffer(List.of("Ada", "Ben")));
            return page;
        });
        pictures.both("welcome-trying", 480, 1000, () -> page(false, Language.FRENCH, WelcomePicture::crowded, page -> {
            type(page, "join-room-name", "class");
            type(page, "join-room-words", "amber fox pianno river");
            press(page, "join-room");
            press(page, "join-all-the-same");
            trying.trial.slowed();
        }));
        pictures.both("welcome-keep", 1000, 500, () -> page(false, Language.ENGLISH, WelcomePicture::crowded, page -> {
            type(page, "join-room-name", "class");
            type(page, "join-room-words", "amber fox piano river");
            press(page, "join-room");
            trying.trial.ended(new TrialResult.NobodyHere());
        }));
        pictures.both("welcome-zoomed", 1280, 1000, () -> {
            Parent page = page(true, Language.ENGLISH, WelcomePicture::crowded, _ -> {});
            page.setStyle("-fx-font-size: 28px");
            return page;
        });
        Platform.exit();
    }

    private static Parent page(boolean first, Language language, Consumer<FakeNode> before, Consumer<Parent> after) {
        var node = new FakeNode();
        trying = node;
        before.accept(node);
        var page = new WelcomePage(new FakeWindow().context(node, language), () -> {}, first, new RoomDraft());
        after.accept(page.view());
        return page.view();
    }

    private static Parent correcting(Language language) {
        var node = new FakeNode();
        trying = node;
        var mistyped = PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox pianno river", false,
                true);
        node.rooms.add(mistyped);
        return WelcomePage.correcting(new FakeWindow().context(node, language), () -> {}, mistyped).view();
    }

    private static void slide(Parent page) {
        type(page, "new-room-name", "class 7b");
        press(page, "create-room");
        for (int i = 0; i < 24; i++) {
            var peer = Fingerprint.parse("%02x".formatted(i).repeat(32));
            trying.tell(new NodeEvent.Joined(peer, i % 5 == 0 ? "Maximiliane " + i : "Ada " + i, "#class 7b"));
        }
    }

    private static void crowded(FakeNode node) {
        node.about.add(new RoomAbout("class", "#class", false, 3));
        node.about.add(new RoomAbout("a room with a name that is far too long for a button", "#a room", false, 1));
        node.about.add(new RoomAbout("\u202Egnp.exe", "#x", false, 12));
        node.about.add(new RoomAbout("חדר", "#x", false, 2));
        node.about.add(new RoomAbout("lan party", "#lan party (open)", true, 9));
        node.rooms.add(PlainRecords.ownRoom("#old", "#old", "old", false, true, "a b c d", false));
    }

    private static void typed(Parent page) {
        Node open = find(page, "open-room");
        if (open instanceof TitledPane pane) {
            pane.setExpanded(true);
            type(pane.getContent(), "open-room-name", "x".repeat(70));
        }
        type(page, "join-room-name", "class");
        type(page, "join-room-words", "amber fox pianno river 123 ");
    }

    private static void type(Node page, String id, String text) {
        if (find(page, id) instanceof TextField field) field.setText(text);
    }

    private static void press(Node page, String id) {
        if (find(page, id) instanceof ButtonBase button) button.fire();
    }

    private static Node find(Node page, String id) {
        Node content = page instanceof javafx.scene.control.ScrollPane scroll ? scroll.getContent() : page;
        return content.lookup("#" + id);
    }
}
