package io.landline.ui.chats;

import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.focus.FocusInRow;
import io.landline.ui.focus.FocusInSight;
import io.landline.ui.focus.FocusRing;
import io.landline.ui.focus.LostFocus;
import io.landline.ui.label.ClippedText;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageKeys;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.framework.junit5.ApplicationTest;

/// A test of the chats page as the mouse and the keyboard find it, over a node in memory.
public abstract class ChatsPageScreen extends ApplicationTest {
    static final double WIDTH = 1_000;
    static final double HEIGHT = 700;

    final Fixture fixture = new Fixture();
    ChatsPage page;

    /// Says who is there and what was written, and may open a conversation once the page is shown.
    ///
    /// @return the conversation to open; empty for none
    abstract String fill();

    /// The window is shared with other tests: its size comes from the scene, and is never set.
    double width() {
        return WIDTH;
    }

    double height() {
        return HEIGHT;
    }

    /// Of the letters' usual size.
    int percent() {
        return 100;
    }

    @Override
    public void start(Stage stage) {
        String open = fill();
        page = new ChatsPage(fixture.chatsContext(FakeChats.START), fixture.memory);
        PageKeys.give(page);
        var scene = new Scene(page.view(), width(), height());
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(scene, percent());
        FocusRing.attach(scene);
        LostFocus.attach(scene);
        FocusInSight.attach(scene);
        FocusInRow.attach(scene);
        ClippedText.attach(scene);
        stage.setScene(scene);
        stage.show();
        page.shown();
        if (!open.isEmpty()) page.open(open);
    }

    @Override
    public void stop() {
        page.close();
    }

    Node node(String id) {
        return lookup("#" + id).query();
    }

    ListView<?> timeline() {
        return lookup("#timeline").query();
    }

    /// The row in sight whose text begins so.
    TimelineCell cell(String text) {
        return lookup(".chats-entry").queryAllAs(TimelineCell.class)
                .stream()
                .filter(each -> each.isVisible() && each.getItem() instanceof TimelineRow.Message message
                        && message.item() instanceof TimelineItem.Text said && said.text().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    /// The menus that are open.
    List<ContextMenu> menus() {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .toList();
    }

    void closeMenus() {
        interact(() -> menus().forEach(ContextMenu::hide));
    }
}
