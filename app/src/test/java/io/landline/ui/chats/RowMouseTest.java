package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.look.Appearance;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The mouse on a row of the list.
class RowMouseTest extends ApplicationTest {
    private final Fixture fixture = new Fixture();
    private ChatsPage page;

    @Override
    public void start(Stage stage) {
        fixture.chats.room("class", false, 0);
        fixture.chats.room("club", false, 3);
        page = new ChatsPage(fixture.chatsContext(FakeChats.START));
        var scene = new Scene(page.view(), 1_000, 700);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(scene, 100);
        stage.setScene(scene);
        stage.show();
        page.shown();
        page.open("#class");
    }

    @Override
    public void stop() {
        page.close();
    }

    private Node row(String key) {
        return lookup(".chats-row").<Node>queryAll()
                .stream()
                .filter(each -> each instanceof ListCell<?> cell && cell.getItem() instanceof ListRow.Talk talk
                        && talk.of().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /// Else what is new there would be read before anybody chose *Mark as read*, or *Leave*.
    @Test
    void theRightButtonOpensTheMenuAndNotTheConversation() {
        clickOn(row("#club"), MouseButton.SECONDARY);
        assertEquals("#class", page.open().get());
        interact(() -> List.copyOf(Window.getWindows())
                .stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
        clickOn(row("#club"));
        assertEquals("#club", page.open().get());
    }
}
