package io.landline.ui.shell;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.page.Page;
import io.landline.ui.page.Shortcut;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All keys with a meaning of their own, over the page. JavaFX thread.
final class ShortcutsPanel implements Page {
    private final Texts texts;
    private final ShortcutFormatter words;
    private final int pages;
    private final ScrollPane scroll;
    private final IconButton done;

    /// @param pages how many pages a digit leads to
    /// @param leave closes the panel
    ShortcutsPanel(Texts texts, ShortcutFormatter words, int pages, Runnable leave) {
        this.texts = texts;
        this.words = words;
        this.pages = pages;
        done = new IconButton("close-shortcuts", Feather.X, texts.get("shortcuts.close"));
        done.getStyleClass().add(Styles.FLAT);
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.setOnAction(_ -> leave.run());
        Label title = Paragraph.styled(texts.get("shortcuts"), Styles.TITLE_3);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var column = new VBox(new HBox(title, done));
        column.getStyleClass().add("shortcuts");
        for (Shortcut.Group group : Shortcut.Group.values()) {
            column.getChildren().add(Paragraph.styled(texts.get("group." + group.name()), Styles.TITLE_4));
            for (Shortcut each : Shortcut.values()) if (each.group() == group) column.getChildren().add(row(each));
        }
        scroll = new ScrollPane(column);
        scroll.setId("shortcuts");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
    }

    private Node row(Shortcut shortcut) {
        Label name = Paragraph.plain(words.name(shortcut));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var keys = new HBox();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.getStyleClass().add("shortcut-keys");
        if (shortcut == Shortcut.PAGE) {
            List<List<String>> ways = words.keys(shortcut);
            keys.getChildren().addAll(way(ways.getFirst()), new Label("…"), way(ways.get(pages - 1)));
        } else {
            for (List<String> each : words.keys(shortcut)) keys.getChildren().add(way(each));
        }
        var row = new HBox(name, keys);
        row.getStyleClass().add("shortcut");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(texts.format("shortcut.spoken", words.name(shortcut), words.spoken(shortcut)));
        return row;
    }

    private static Node way(List<String> keys) {
        var way = new HBox();
        way.getStyleClass().add("shortcut-way");
        for (String each : keys) {
            var cap = new Label(each);
            cap.setMnemonicParsing(false);
            cap.setMinWidth(Region.USE_PREF_SIZE);
            cap.getStyleClass().add("shortcut-key");
            way.getChildren().add(cap);
        }
        return way;
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        done.requestFocus();
    }

    @Override
    public void close() {}
}
