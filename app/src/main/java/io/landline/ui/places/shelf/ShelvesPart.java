package io.landline.ui.places.shelf;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.peer.Fingerprint;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.focus.SameFocus;
import io.landline.ui.label.WrappingButton;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// The folders that are open to a room: own ones to close, others' to browse, and a button that opens one more. JavaFX
/// thread.
public final class ShelvesPart extends SheetPart implements AutoCloseable {
    /// A sheet measures all of its rows, and one member may open shelves under many identities.
    static final int ROWS_MAX = 200;

    private final PageContext context;
    private final Texts texts;
    private final VBox rows = new VBox();
    private final ShelvesViewModel model;
    private @Nullable OwnRoom room;

    public ShelvesPart(PageContext context) {
        Texts texts = context.texts(ShelvesPart.class);
        super("shelves-heading", texts.get("shelves"));
        this.context = context;
        this.texts = texts;
        rows.getStyleClass().add("place-offers");
        var open = new WrappingButton("shelf-open", texts.get("shelves.open"), this::choose);
        getChildren().addAll(rows, open, Paragraph.muted(texts.get("shelves.meaning")));
        model = new ShelvesViewModel(context);
        model.rows().subscribe(this::show);
        Visibility.show(this, false);
    }

    /// An open room has no shelves.
    public void show(OwnRoom now) {
        room = now;
        Visibility.show(this, !now.open());
        model.open(now.open() ? null : now.key());
    }

    private void show(List<ShelvesViewModel.Row> here) {
        SameFocus.fill(rows, inTurns(here).stream().limit(ROWS_MAX).map(this::row).toList());
        if (here.size() > ROWS_MAX) {
            rows.getChildren().add(Paragraph.muted(texts.format("shelves.more", here.size() - ROWS_MAX)));
        }
        if (here.isEmpty()) rows.getChildren().add(Paragraph.muted(texts.get("shelves.none")));
    }

    /// Own ones, then the first of each other person, then the second: nobody with many hides what others have.
    private static List<ShelvesViewModel.Row> inTurns(List<ShelvesViewModel.Row> all) {
        var turns = new TreeMap<Integer, List<ShelvesViewModel.Row>>();
        var counts = new HashMap<Fingerprint, Integer>();
        for (ShelvesViewModel.Row each : all) {
            int turn = each.shelf().own() ? 0 : counts.merge(each.shelf().owner(), 1, Integer::sum);
            turns.computeIfAbsent(turn, _ -> new ArrayList<>()).add(each);
        }
        return turns.values().stream().flatMap(List::stream).toList();
    }

    private Node row(ShelvesViewModel.Row row) {
        Shelf shelf = row.shelf();
        String title = PeerText.line(shelf.title());
        String words = shelf.own()
                ? texts.format(row.missing() ? "shelves.missing" : "shelves.own", title,
                        PeerText.line(String.valueOf(shelf.folder())))
                : texts.format("shelves.of", PeerText.person(shelf.name()), title);
        var button = shelf.own()
                ? new TextButton("shelf-close-" + shelf.id(), texts.get("shelves.close"), () -> close(shelf))
                : new TextButton("shelf-browse-" + shelf.id(), texts.get("shelves.browse"), () -> browse(shelf));
        button.getStyleClass().add(Styles.SMALL);
        var line = new ControlLine(Paragraph.plain(words), button);
        line.getStyleClass().add("sheet-buttons");
        return line;
    }

    private void browse(Shelf shelf) {
        context.navigation().sheet(close -> new ShelfSheet(context, shelf, close));
    }

    private void close(Shelf shelf) {
        run(() -> {
            context.node().transfers().shelves().remove(shelf.id());
            return shelf;
        }, _ -> context.notices().done(texts.format("shelves.closed", PeerText.line(shelf.title()))));
    }

    private void choose() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("shelves.open"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) open(chosen);
    }

    /// Opens a folder to the room that is shown.
    void open(File folder) {
        OwnRoom now = room;
        if (now == null) return;
        run(() -> context.node().transfers().shelves().add(now.key(), folder.toPath(), null),
                shelf -> context.notices().done(texts.format("shelves.opened", PeerText.line(shelf.title()))));
    }

    private <T> void run(Callable<T> step, Consumer<T> done) {
        context.background().run(step, result -> {
            done.accept(result);
            model.changed();
        }, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }

    @Override
    public void close() {
        model.close();
    }
}
