package io.landline.ui.chats;

import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Shortcut;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.welcome.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;

/// Draws the chats page with made-up people into pictures, to be looked at: `ChatsPicture FOLDER`, or those alone whose
/// names have some letters: `ChatsPicture FOLDER LETTERS`.
public final class ChatsPicture {

    private static final String LONG = "A text that is longer than one line of the field, so that it has to wrap.\n";

    private ChatsPicture() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String wanted = arguments.length > 1 ? arguments[1] : "";
        Platform.startup(() -> next(shots(folder).stream()
                .filter(shot -> shot.file().getFileName().toString().contains(wanted))
                .iterator()));
    }

    private record Shot(Path file, boolean dark, int width, int height, Language language, Consumer<Fixture> people,
            Consumer<ChatsPage> action) {}

    private static List<Shot> shots(Path folder) {
        return List.of(
                new Shot(folder.resolve("chats-room-light.png"), false, 1000, 700, Language.ENGLISH,
                        PictureConversations::full,
                        page -> page.open("#class")),
                new Shot(folder.resolve("chats-room-dark.png"), true, 1000, 700, Language.ENGLISH,
                        PictureConversations::full,
                        page -> page.open("#class")),
                new Shot(folder.resolve("chats-direct-light.png"), false, 1000, 700, Language.FRENCH,
                        PictureConversations::full, page -> page.open(PictureConversations.MAX.hex())),
                new Shot(folder.resolve("chats-hostile-light.png"), false, 1000, 700, Language.ENGLISH,
                        PictureConversations::full, page -> page.open(PictureConversations.OTHER_MAX.hex())),
                new Shot(folder.resolve("chats-hostile-dark-narrow.png"), true, 480, 700, Language.ENGLISH,
                        PictureConversations::full, page -> page.open(PictureConversations.OTHER_MAX.hex())),
                new Shot(folder.resolve("chats-list-narrow.png"), false, 480, 700, Language.FRENCH,
                        PictureConversations::full,
                        _ -> {}),
                new Shot(folder.resolve("chats-stranger-dark.png"), true, 1000, 500, Language.ENGLISH,
                        PictureConversations::full, page -> page.open(FakeChats.peer(61).hex())),
                new Shot(folder.resolve("chats-empty-light.png"), false, 1000, 600, Language.ENGLISH,
                        PictureConversations::alone, page -> page.open("#class")),
                new Shot(folder.resolve("chats-composer-light.png"), false, 1000, 700, Language.ENGLISH,
                        PictureConversations::full, page -> write(page, "#class", LONG)),
                new Shot(folder.resolve("chats-composer-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        PictureConversations::full, page -> write(page, "#class", LONG + LONG + LONG)),
                new Shot(folder.resolve("chats-above-light-wide.png"), false, 1920, 1000, Language.ENGLISH,
                        PictureConversations::full, ChatsPicture::above),
                new Shot(folder.resolve("chats-above-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        PictureConversations::full, ChatsPicture::above),
                past(folder, "narrowed-light", 1000, "search-narrow"),
                past(folder, "narrowed-dark", 480, "search-narrow"),
                past(folder, "files-light", 1000, "files"), past(folder, "files-dark", 480, "files"),
                past(folder, "files-light", 480, "files"), past(folder, "files-dark", 1000, "files"),
                past(folder, "marked-light", 1000, ""), past(folder, "marked-dark", 480, ""),
                acts(folder, "light", 1000), acts(folder, "dark", 1000), acts(folder, "light", 480),
                acts(folder, "dark", 480), selecting(folder, "light", 1000), selecting(folder, "dark", 480),
                new Shot(folder.resolve("chats-call-light.png"), false, 1000, 700, Language.ENGLISH,
                        MarkupConversation::fill, page -> complete(page, "Yes, @ma", 1)),
                new Shot(folder.resolve("chats-call-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        MarkupConversation::fill, page -> complete(page, "Yes, @Max :sou", 2)),
                new Shot(folder.resolve("chats-markup-light.png"), false, 1000, 900, Language.ENGLISH,
                        MarkupConversation::fill, page -> page.open(MarkupConversation.KEY)),
                new Shot(folder.resolve("chats-markup-dark-narrow.png"), true, 480, 1000, Language.FRENCH,
                        MarkupConversation::fill, page -> page.open(MarkupConversation.KEY)),
                pictures(folder, "light", 1000), pictures(folder, "dark", 1000), pictures(folder, "light", 480),
                pictures(folder, "dark", 480), offers(folder, "light", 1000), offers(folder, "dark", 480),
                new Shot(folder.resolve("chats-links-light.png"), false, 1000, 700, Language.ENGLISH,
                        ChatsPicture::links, ChatsPicture::select),
                new Shot(folder.resolve("chats-links-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        ChatsPicture::links, ChatsPicture::select),
                new Shot(folder.resolve("chats-hits-dark.png"), true, 1000, 700, Language.FRENCH, ChatsPicture::links,
                        page -> search(page, "exam")),
                new Shot(folder.resolve("chats-hits-light-narrow.png"), false, 480, 700, Language.ENGLISH,
                        ChatsPicture::links, page -> search(page, "exam")),
                new Shot(folder.resolve("chats-found-light.png"), false, 1000, 700, Language.ENGLISH,
                        ChatsPicture::links, page -> find(page, "exam", true)),
                new Shot(folder.resolve("chats-found-dark-narrow.png"), true, 480, 700, Language.FRENCH,
                        ChatsPicture::links, page -> find(page, "exam", false)),
                new Shot(folder.resolve("chats-none-dark.png"), true, 1000, 600, Language.ENGLISH, _ -> {}, _ -> {}));
    }

    private static Shot acts(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-acts-" + theme + "-" + width + ".png"), theme.equals("dark"), width, 950,
                width > 480 ? Language.ENGLISH : Language.FRENCH, ActsConversation::fill, page -> page.open("#class"));
    }

    private static Shot selecting(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-selecting-" + theme + "-" + width + ".png"), theme.equals("dark"), width,
                950, width > 480 ? Language.ENGLISH : Language.FRENCH, ActsConversation::fill, page -> {
                    page.open("#class");
                    later(() -> {
                        var list = (ListView<?>) page.view().lookup("#timeline");
                        for (int row : new int[]{1, 2}) {
                            list.getFocusModel().focus(row);
                            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false,
                                    false, false));
                        }
                    });
                });
    }

    private static Shot pictures(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-pictures-" + theme + "-" + width + ".png"), theme.equals("dark"), width,
                1500, Language.ENGLISH, fixture -> {
                    PictureConversations.full(fixture);
                    PictureConversation.fill(fixture, PictureConversations.MAX, PictureConversations.NOW);
                }, page -> page.open(PictureConversation.KEY));
    }

    /// Files that were added to offers.
    private static Shot offers(Path folder, String theme, int width) {
        return new Shot(folder.resolve("chats-offers-" + theme + "-" + width + ".png"), theme.equals("dark"), width,
                1000, width > 480 ? Language.ENGLISH : Language.FRENCH, fixture -> {
                    PictureConversations.full(fixture);
                    OfferConversation.fill(fixture, PictureConversations.MAX, PictureConversations.NOW);
                }, page -> page.open(OfferConversation.KEY));
    }

    /// A search of one person's, the files of a conversation, or a conversation that is marked as unread.
    private static Shot past(Path folder, String name, int width, String what) {
        boolean dark = name.endsWith("dark");
        return new Shot(folder.resolve("chats-" + name + "-" + width + ".png"), dark, width, 1_010,
                dark ? Language.FRENCH : Language.ENGLISH, fixture -> {
                    PictureConversations.full(fixture);
                    PictureConversation.fill(fixture, PictureConversations.MAX, PictureConversations.NOW);
                    fixture.chats.conversations.replaceAll(each -> each.unread() > 0
                            ? each
                            : PlainRecords.conversation(each.key(), each.kind(), each.title(), each.peer(),
                                    each.confirmed(), 0,
                                    Set.of(Choice.UNREAD), each.newest()));
                }, page -> {
                    if (what.isEmpty()) return;
                    page.open(what.equals("files") ? PictureConversation.KEY : "#class");
                    later(() -> {
                        if (what.equals("files")) {
                            page.openFiles();
                        } else {
                            page.act(Shortcut.SEARCH);
                            ((Button) page.view().lookup("#search-narrow")).fire();
                            ((ComboBox<?>) page.view().lookup("#search-from")).getSelectionModel().select(1);
                        }
                    });
                });
    }

    private static void next(Iterator<Shot> shots) {
        if (!shots.hasNext()) {
            Platform.exit();
            return;
        }
        Shot shot = shots.next();
        Application.setUserAgentStylesheet(Appearance.styleSheet(shot.dark()));
        var fixture = new Fixture(FxThread.ofToolkit(), shot.language());
        shot.people().accept(fixture);
        var page = new ChatsPage(fixture.chatsContext(PictureConversations.NOW), fixture.memory);
        var scene = new Scene(page.view(), shot.width(), shot.height());
        Appearance.dress(scene, 100);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        page.shown();
        shot.action().accept(page);
        var wait = new PauseTransition(javafx.util.Duration.millis(shot.height() > 1_000 ? 8_000 : 2_200));
        wait.setOnFinished(_ -> {
            Pictures.write(scene.snapshot(null), shot.file());
            page.close();
            stage.close();
            next(shots);
        });
        wait.play();
    }

    /// Something is written in two conversations, and the first is open.
    private static void write(ChatsPage page, String key, String text) {
        var loaded = new PauseTransition(javafx.util.Duration.millis(400));
        loaded.setOnFinished(_ -> {
            page.open(PictureConversations.MAX.hex());
            TextArea field = (TextArea) page.view().lookup("#composer");
            field.setText("I have the cable, shall I");
            page.open(key);
            field.setText(text);
        });
        loaded.play();
    }

    /// Somebody types a name or an emoji, and has gone down so many times.
    private static void complete(ChatsPage page, String text, int downs) {
        page.open(MarkupConversation.KEY);
        later(() -> {
            TextArea field = (TextArea) page.view().lookup("#composer");
            field.requestFocus();
            field.setText(text);
            field.end();
            for (int i = 0; i < downs; i++) {
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", KeyCode.DOWN, false,
                        false, false, false));
            }
        });
    }

    /// Somebody reads above while messages come.
    private static void above(ChatsPage page) {
        page.open(PictureConversations.LONG_ROOM);
    }

    private static void links(Fixture f) {
        PictureConversations.full(f);
        List<String> texts = List.of("The slides are at https://example.org/slides/3?page=12#examples, the rest comes.",
                "And the example of today: http://192.168.1.20:8080/example_(old)",
                "Not a link: ftp://example.org, www.example.org, http://me@example.org",
                "Is this yours? https://p\u0430ypal.com/login",
                "https://example.org/" + "a-very-long-way/".repeat(12) + "example",
                "שלום, הדוגמה כאן: https://example.org/he example וזה הכול להיום, נתראה מחר",
                "An example without a link, but with a few more words, so that it fills a second line of the bubble.");
        for (int i = 0; i < texts.size(); i++) {
            boolean own = i % 3 == 1;
            f.chats.text("#class", 11 + i, own ? Fixture.SELF : PictureConversations.ANNA, own ? "" : "Anna Schmidt",
                    PictureConversations.NOW.minusSeconds(160 - 10L * i), texts.get(i),
                    own ? new Delivery(2, 1) : Delivery.NOWHERE);
        }
        f.chats.text(PictureConversations.MAX.hex(), 5, PictureConversations.MAX, "Max", PictureConversations.NOW,
                "Examples are in chapter 4, and there is one more example in 5.",
                Delivery.NOWHERE);
    }

    private static void later(Runnable action) {
        var loaded = new PauseTransition(javafx.util.Duration.millis(1_000));
        loaded.setOnFinished(_ -> action.run());
        loaded.play();
    }

    /// Some letters are selected.
    private static void select(ChatsPage page) {
        page.open("#class");
        later(() -> {
            for (Node node : page.view().lookupAll(".chats-text")) {
                if (!(node instanceof MessageText text) || !text.text().startsWith("An example")) continue;
                text.fireEvent(mouse(text, MouseEvent.MOUSE_PRESSED, 20, 8));
                text.fireEvent(mouse(text, MouseEvent.MOUSE_DRAGGED, 90, text.getHeight() - 4));
            }
        });
    }

    private static MouseEvent mouse(Node on, EventType<MouseEvent> type, double x, double y) {
        Point2D at = on.localToScene(x, y);
        return new MouseEvent(on, on, type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, false, new PickResult(on, at.getX(), at.getY()));
    }

    private static void search(ChatsPage page, String words) {
        page.open("#class");
        later(() -> {
            page.act(Shortcut.SEARCH);
            ((TextField) page.view().lookup("#search-words")).setText(words);
            var found = new PauseTransition(javafx.util.Duration.millis(300));
            found.setOnFinished(_ -> {
                ((Button) page.view().lookup("#search-older")).fire();
                ((Button) page.view().lookup("#search-older")).fire();
            });
            found.play();
        });
    }

    private static void find(ChatsPage page, String words, boolean lands) {
        later(() -> {
            ((TextField) page.view().lookup("#chat-filter")).setText(words);
            var found = new PauseTransition(javafx.util.Duration.millis(300));
            found.setOnFinished(_ -> {
                var list = (ListView<?>) page.view().lookup("#chat-list");
                if (lands) list.getSelectionModel().select(3);
            });
            found.play();
        });
    }
}
