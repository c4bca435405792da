package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.language.Language;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForwardSheetTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private TestedScreen screen(Language language, TimelineItem message) {
        var sheet = new ForwardSheet(window.context(node, language), List.of(message), () -> {}, () -> {});
        return new TestedScreen(sheet.view(), 600, 700);
    }

    private static TimelineItem.Offer gone() {
        var head = new TimelineItem.Head(new TimelinePosition(1, FakeChats.peer(1), 1, 1), new EntryId(7, 1),
                FakeChats.peer(1), "Max", false, Instant.EPOCH, TimelineItem.Delivery.NOWHERE);
        return new TimelineItem.Offer(head, "bb", List.of("gone.pdf", "more\u202E.pdf"), 2, 5);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesOfFilesThatAreNotHereHaveABoxOnlyForWhatSteersThem(Language language) {
        TestedScreen.onFx(() -> {
            String said = screen(language, gone()).texts()
                    .stream()
                    .filter(each -> each.contains("gone.pdf"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(said.contains("more\u25A1.pdf"), said);
            assertEquals(1, said.chars().filter(each -> each == '\u25A1').count(), said);
        });
    }

    @Test
    void nobodyIsCalledMissingBeforeTheListIsThere() {
        TestedScreen.onFx(() -> {
            node.chats.room("class", true, 0);
            window.hold();
            TestedScreen screen = screen(Language.ENGLISH, gone());
            assertFalse(screen.texts().contains("No conversation has this name."), screen.texts()::toString);
            window.goOn();
            screen.settle();
            assertTrue(screen.texts().stream().anyMatch(each -> each.contains("class")), screen.texts()::toString);
        });
    }

    @Test
    void enterInTheFieldTakesWhatItFound() {
        TestedScreen.onFx(() -> {
            node.chats.room("class", true, 0);
            TestedScreen screen = screen(Language.ENGLISH, node.chats.text("#class", 1, FakeNode.SELF, "hello"));
            TextField field = screen.all(TextField.class).getFirst();
            field.setText("cla");
            field.fireEvent(new ActionEvent());
            field.fireEvent(new ActionEvent());
            assertEquals(List.of("hello"), node.chats.said);
        });
    }
}
