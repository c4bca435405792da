package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.acts.NewBoxSheet;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// A hand-in box that is begun, and left by Escape or by a click beside its sheet.
class BegunFormsTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        return "#class";
    }

    /// Opens the form.
    private NewBoxSheet collect() {
        interact(() -> ((ButtonBase) node("attach")).fire());
        MenuItem item = menus().getFirst()
                .getItems()
                .stream()
                .filter(each -> "attach-collect".equals(each.getId()))
                .findFirst()
                .orElseThrow();
        interact(item::fire);
        closeMenus();
        return (NewBoxSheet) fixture.window.sheet;
    }

    private static Node in(NewBoxSheet sheet, String id) {
        return sheet.view().getContent().lookup("#" + id);
    }

    private static String text(NewBoxSheet sheet, String id) {
        return ((TextField) in(sheet, id)).getText();
    }

    private void begin(NewBoxSheet sheet) {
        interact(() -> {
            ((TextField) in(sheet, "collect-what")).setText("Essay");
            ((TextField) in(sheet, "collect-until")).setText("2999-11-24");
            ((TextField) in(sheet, "collect-names")).setText("*.pdf");
            ((TextField) in(sheet, "collect-size")).setText("5 MB");
        });
    }

    @Test
    void whatWasTypedIsThereAgain() {
        NewBoxSheet first = collect();
        begin(first);
        interact(first::close);
        NewBoxSheet again = collect();
        assertEquals("Essay", text(again, "collect-what"));
        assertEquals("2999-11-24", text(again, "collect-until"));
        assertEquals("*.pdf", text(again, "collect-names"));
        assertEquals("5 MB", text(again, "collect-size"));
        interact(again::close);
        interact(() -> page.open("#other"));
        assertEquals("", text(collect(), "collect-what"), "it is of another room");
    }
}
