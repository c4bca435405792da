package io.landline.ui.places.shelf;

import io.landline.node.port.CommandException;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The folders that are open to one room now: own ones, and those of people who are here. Confined to the JavaFX
/// thread, but for what hears of changes.
public final class ShelvesViewModel implements AutoCloseable {
    /// @param missing an own folder that is not there now, so nobody sees anything in it
    public record Row(Shelf shelf, boolean missing) {}

    private record Loaded(String key, List<Row> rows) {}

    private final PageContext context;
    private final Refresh<Loaded> refresh;
    private final ConversationWatch watch;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    /// Read on background threads too.
    private volatile @Nullable String key;

    public ShelvesViewModel(PageContext context) {
        this.context = context;
        refresh = new Refresh<>(context.background(), this::load, this::show);
        watch = new ConversationWatch(context.node(), context.background(), this::changed, refresh::changed);
    }

    /// Of another room now; null for none.
    public void open(@Nullable String room) {
        if (room != null && room.equals(key)) return;
        key = room;
        rows.set(List.of());
        refresh.changed();
    }

    private void changed(String conversation) {
        if (conversation.equals(key)) refresh.changed();
    }

    /// Looks again.
    void changed() {
        refresh.changed();
    }

    private Loaded load() throws CommandException {
        String now = key;
        if (now == null) return new Loaded("", List.of());
        var here = new ArrayList<Row>();
        for (Shelf each : context.node().transfers().shelves().shelves()) {
            if (!each.conversation().equals(now)) continue;
            Path own = each.folder();
            here.add(new Row(each, own != null && !Files.isDirectory(own)));
        }
        return new Loaded(now, List.copyOf(here));
    }

    private void show(Loaded loaded) {
        if (loaded.key().equals(key)) rows.set(loaded.rows());
    }

    public ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    @Override
    public void close() {
        refresh.close();
        watch.close();
    }
}
