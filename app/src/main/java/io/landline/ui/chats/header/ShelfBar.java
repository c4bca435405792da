package io.landline.ui.chats.header;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.shelf.ShelfSheet;
import io.landline.ui.places.shelf.ShelvesSheet;
import io.landline.ui.places.shelf.ShelvesViewModel;
import io.landline.ui.places.shelf.ShelvesViewModel.Row;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Above the messages: which folders are open to the room now, and the way into them. JavaFX thread.
public final class ShelfBar extends HBox {
    private static final int CHARACTERS_MAX = 200;

    private final PageContext context;
    private final Texts texts;
    private final ShelvesViewModel model;
    private final EmojiLabel words = new EmojiLabel();
    private final TextButton way;
    private final Subscription subscription;
    private @Nullable String room;

    public ShelfBar(PageContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        model = new ShelvesViewModel(context);
        setId("shelves");
        getStyleClass().addAll("chats-pins", "chats-shelves");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("shelves-words");
        words.setMinWidth(0);
        var icon = new Icon(Feather.FOLDER);
        var content = new HBox(icon, words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        content.getStyleClass().add("chats-pins-content");
        HBox.setHgrow(content, Priority.ALWAYS);
        way = new TextButton("shelves-way", texts.get("shelves.all"), this::go);
        way.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        way.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(content, way);
        managedProperty().bind(visibleProperty());
        subscription = model.rows().subscribe(this::show);
    }

    /// @param now the open conversation; null for none, and for one that has no folders
    public void open(@Nullable String now) {
        room = now;
        model.open(now);
    }

    private void show(List<Row> rows) {
        setVisible(!rows.isEmpty());
        if (rows.isEmpty()) return;
        words.setText(PeerText.shortened(sentence(rows), CHARACTERS_MAX));
        way.setText(texts.get(browsed(rows) == null ? "shelves.all" : "shelves.browse"));
        way.setAccessibleText(words.said() + ". " + way.getText());
    }

    private String sentence(List<Row> rows) {
        Shelf first = rows.getFirst().shelf();
        String title = PeerText.line(first.title());
        if (rows.size() > 1) {
            return texts.format("shelves.several", rows.size(),
                    texts.list(rows.stream().map(each -> PeerText.line(each.shelf().title())).toList()));
        }
        if (!first.own()) return texts.format("shelves.one", PeerText.person(first.name()), title);
        return texts.format(rows.getFirst().missing() ? "shelves.missing" : "shelves.own", title);
    }

    /// The one that a press leads into; null where it leads to the list.
    private static @Nullable Shelf browsed(List<Row> rows) {
        Shelf first = rows.getFirst().shelf();
        return rows.size() > 1 || first.own() ? null : first;
    }

    private void go() {
        List<Row> rows = model.rows().get();
        if (rows.isEmpty()) return;
        Shelf one = browsed(rows);
        if (one == null) {
            list();
        } else {
            context.navigation().sheet(close -> new ShelfSheet(context, one, close));
        }
    }

    /// All of them, and the way to open one more.
    void list() {
        String now = room;
        if (now != null) context.navigation().sheet(close -> new ShelvesSheet(context, now, close));
    }

    public void close() {
        subscription.unsubscribe();
        model.close();
    }
}
