package io.landline.ui.shell;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.page.Page;
import io.landline.ui.page.Shortcut;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All keys with a meaning of their own, over the page. JavaFX thread.
final class ShortcutsPanel implements Page {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// In `em`: in less, the keys leave what they do a column of single words.
    private static final double WIDE_MIN_EM = 24;

    private final Texts texts;
    private final ShortcutFormatter formatter;
    private final int pages;
    private final ScrollPane scroll = new ScrollPane();
    private final IconButton done;

    /// @param pages how many pages a digit leads to
    /// @param leave closes the panel
    ShortcutsPanel(Texts texts, ShortcutFormatter formatter, int pages, Runnable leave) {
        this.texts = texts;
        this.formatter = formatter;
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
        scroll.setContent(column);
        scroll.setId("shortcuts");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
    }

    private Node row(Shortcut shortcut) {
        Label name = Paragraph.plain(formatter.name(shortcut));
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        var keys = new GridPane();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.getStyleClass().add("shortcut-keys");
        if (shortcut == Shortcut.PAGE) {
            List<List<String>> ways = formatter.keys(shortcut);
            keys.getChildren().addAll(way(ways.getFirst()), new Label("…"), way(ways.get(pages - 1)));
        } else {
            for (List<String> each : formatter.keys(shortcut)) keys.getChildren().add(way(each));
        }
        GridPane.setHgrow(name, Priority.ALWAYS);
        var row = new GridPane();
        row.add(name, 0, 0);
        row.add(keys, 1, 0);
        row.getStyleClass().add("shortcut");
        scroll.widthProperty().subscribe(() -> arrange(row, name, keys));
        name.fontProperty().subscribe(() -> arrange(row, name, keys));
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(texts.format("shortcut.spoken", formatter.name(shortcut), formatter.spoken(shortcut)));
        return row;
    }

    /// The keys stand below what they do where there is no room beside it, each way on a line of its own.
    private void arrange(GridPane row, Label name, GridPane keys) {
        boolean isNarrow = scroll.getWidth() > 0 && scroll.getWidth() < WIDE_MIN_EM * name.getFont().getSize();
        row.pseudoClassStateChanged(NARROW, isNarrow);
        GridPane.setConstraints(keys, isNarrow ? 0 : 1, isNarrow ? 1 : 0);
        List<Node> ways = keys.getChildren();
        for (int i = 0; i < ways.size(); i++) GridPane.setConstraints(ways.get(i), isNarrow ? 0 : i, isNarrow ? i : 0);
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
