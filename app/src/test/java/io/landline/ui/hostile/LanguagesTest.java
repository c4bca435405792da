package io.landline.ui.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.chats.ChatsMemory;
import io.landline.ui.chats.ChatsPage;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.places.PersonSheet;
import io.landline.ui.places.RoomSheet;
import io.landline.ui.settings.FakePreferences;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.TransfersPage;
import io.landline.ui.welcome.RoomDraft;
import io.landline.ui.welcome.WelcomePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// H49: names, rooms, files and messages in any language, at any width. The toolkit throws where it wraps a run of
/// right-to-left text itself, which each of these would see.
class LanguagesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/landline/ui");
    private static final double HEIGHT = 700;
    private static final int WIDTH_MIN = 60;
    private static final int WIDTH_MAX = 600;
    private static final int WIDTH_STEP = 90;
    private static final int NAME_CHARACTERS_MAX = 60;
    /// A room's name has 64 bytes, and a letter of these up to eleven.
    private static final int ROOM_CHARACTERS_MAX = 5;
    private static final List<String> TEXTS = List.of(
            "שלום לכולם, הקבצים של יום שלישי נמצאים כאן (גרסה 2.0), אפשר להוריד אותם מתי שרוצים!",
            "مرحبا بالجميع، ملفات يوم الثلاثاء هنا"
                    + " https://example.org/a_(b)?c=d (version 2.0) ويمكنكم تنزيلها متى شئتم!",
            "सभी को नमस्ते, मंगलवार की फ़ाइलें यहाँ हैं और आप उन्हें जब चाहें डाउनलोड कर सकते हैं।",
            "สวัสดีทุกคน ไฟล์ของวันอังคารอยู่ที่นี่ ดาวน์โหลดได้ทุกเมื่อที่ต้องการ",
            "大家好，星期二的文件在这里，随时可以下载，下载之前请先看一下大小。",
            "👩‍👩‍👧🏽 \uD83E\uDEE9\uD83E\uDEC6 e\u0301 \uD83C\uDDF3\uD83C\uDDF1 \uFFFD \uE000 mixed שלום with עברית"
                    + " and العربية in it");

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Stranger of(String text) {
        String name = PeerText.shortened(text, NAME_CHARACTERS_MAX);
        return new Stranger(name, text, PeerText.shortened(text, ROOM_CHARACTERS_MAX), name + ".txt");
    }

    private static void throughAllWidths(Page page) {
        TestedScreen.onFx(() -> {
            var screen = new TestedScreen(page.view(), WIDTH_MAX, HEIGHT);
            page.shown();
            for (int width = WIDTH_MIN; width <= WIDTH_MAX; width += WIDTH_STEP) screen.size(width, HEIGHT);
            page.close();
        });
    }

    @Test
    void aTextOfAnyLanguageWrapsAtEveryWidth() {
        for (String text : TEXTS) {
            TestedScreen.onFx(() -> {
                var wrapping = new WrappingText(PeerText.block(text + "\n" + text));
                var screen = new TestedScreen(wrapping, WIDTH_MAX, HEIGHT);
                double before = Double.MAX_VALUE;
                for (int width = WIDTH_MIN; width <= WIDTH_MAX; width += 10) {
                    screen.size(width, HEIGHT);
                    double height = wrapping.prefHeight(width);
                    assertTrue(height <= before, "more room, and more height: " + text);
                    before = height;
                }
            });
        }
    }

    @Test
    void aConversationIsShownInAnyLanguage() {
        for (String text : TEXTS) {
            for (String key : List.of(Stranger.ROOM, Stranger.PEER.hex())) {
                Stranger stranger = of(text);
                throughAllWidths(TestedScreen.onFx(() -> {
                    var page = new ChatsPage(stranger.context(), stranger.transfers(),
                            ChatsMemory.of(stranger.context().node().chats(), stranger.context().background()),
                            new FakePreferences(Language.ENGLISH).look());
                    page.open(key);
                    return page;
                }));
            }
        }
    }

    @Test
    void filesAreShownInAnyLanguage() {
        for (String text : TEXTS) {
            Stranger stranger = of(text);
            throughAllWidths(TestedScreen
                    .onFx(() -> new TransfersPage(stranger.context(), stranger.transfers(), stranger.limit())));
        }
    }

    @Test
    void thePeopleAndRoomsOfAnyLanguageHaveSheets() {
        for (String text : TEXTS) {
            Stranger stranger = of(text);
            throughAllWidths(TestedScreen.onFx(() -> new RoomSheet(stranger.context(), Stranger.ROOM, () -> {},
                    () -> {})));
            throughAllWidths(TestedScreen.onFx(() -> new PersonSheet(stranger.context(), Stranger.PEER, () -> {})));
        }
    }

    @Test
    void roomsOfAnyLanguageAreJoinedAndMade() {
        for (String text : TEXTS) {
            Stranger stranger = of(text);
            String room = PeerText.shortened(text, ROOM_CHARACTERS_MAX);
            throughAllWidths(
                    TestedScreen.onFx(() -> new WelcomePage(stranger.context(), () -> {}, true, new RoomDraft())));
            throughAllWidths(TestedScreen.onFx(() -> {
                var page = new WelcomePage(stranger.context(), () -> {}, false, new RoomDraft());
                var screen = new TestedScreen(page.view(), WIDTH_MAX, HEIGHT);
                type(screen, "join-room-name", room);
                type(screen, "join-room-words", text);
                type(screen, "new-room-name", room);
                screen.settle();
                screen.all(ButtonBase.class)
                        .stream()
                        .filter(each -> "create-room".equals(each.getId()))
                        .forEach(ButtonBase::fire);
                screen.settle();
                return page;
            }));
        }
    }

    private static void type(TestedScreen screen, String id, String text) {
        screen.all(TextInputControl.class)
                .stream()
                .filter(each -> id.equals(each.getId()))
                .forEach(field -> field.setText(text));
    }

    /// A label that wraps may only show sentences of our own, without a name in them.
    @Test
    void noLabelWrapsWhatMayBeSomebodysText() throws IOException {
        Set<String> ownSentences = Set.of("GrowingField", "WrappingLabel");
        var wrapping = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (Files.readString(file).contains("setWrapText(")) {
                    wrapping.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        wrapping.removeAll(ownSentences);
        assertEquals(Set.of(), wrapping, "show it by WrappingText or WrappingLabel");
    }
}
