package io.landline.ui.places.shelf;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.ShelfPage;
import io.landline.shelf.WantedItem;
import io.landline.ui.page.PageContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Somebody's shelf, folder by folder: a page of names at a time, and what is ticked in all folders. JavaFX thread;
/// what waits for the owner runs in the background.
final class ShelfViewModel {
    /// Names of one folder that are shown: more can be taken with their folder.
    static final int ROWS_MAX = 20_000;
    /// Pages of a folder that are asked for: the pages of an owner may be empty, and never end.
    static final int PAGES_MAX = 1_000;

    /// What the sheet shows beside the names.
    ///
    /// @param path of the folder that is shown
    /// @param hasMore whether the folder has more names than are listed, and more can be
    /// @param isCut whether it has more than can be listed
    /// @param failure why nothing more is listed; null where all went well
    record State(List<String> path, boolean loading, boolean hasMore, boolean isCut, @Nullable Exception failure) {}

    private final PageContext context;
    private Shelf shelf;
    private final ObservableList<ShelfItem> items = FXCollections.observableArrayList();
    private final Map<List<String>, WantedItem> ticked = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> changes = new ReadOnlyObjectWrapper<>(0);
    private final ShelvesViewModel open;
    private final Subscription standing;
    private @Nullable String next;
    /// Of the folder, until now.
    private int pages;
    /// Whether it was among the open ones since the sheet is shown.
    private boolean wasOpen;
    private boolean closed;

    ShelfViewModel(PageContext context, Shelf shelf) {
        this.context = context;
        this.shelf = shelf;
        state.set(new State(List.of(), false, false, false, null));
        open = new ShelvesViewModel(context);
        standing = open.rows().subscribe(this::stands);
        open.open(shelf.conversation());
    }

    /// Its owner may close it or go away while it is looked at, and come back.
    private void stands(List<ShelvesViewModel.Row> rows) {
        List<Shelf> owners = rows.stream()
                .map(ShelvesViewModel.Row::shelf)
                .filter(each -> each.owner().equals(shelf.owner()))
                .toList();
        boolean isOpen = owners.stream().anyMatch(each -> each.id().equals(shelf.id()));
        for (Shelf each : owners) {
            if (isOpen || !each.title().equals(shelf.title())) continue;
            shelf = each; // closed and opened anew: another id
            isOpen = true;
        }
        State now = state.get();
        if (isOpen && !wasOpen && now.failure() != null) open(now.path());
        if (!isOpen && wasOpen) {
            state.set(new State(now.path(), false, false, false,
                    new CommandException(Code.NO_SHELF, "This shelf is not open any more.")));
        }
        wasOpen = isOpen;
    }

    Shelf shelf() {
        return shelf;
    }

    ObservableList<ShelfItem> items() {
        return items;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Another number each time that something was ticked.
    ReadOnlyObjectProperty<Integer> changes() {
        return changes.getReadOnlyProperty();
    }

    private ShelfCommands node() {
        return context.node().transfers().shelves();
    }

    /// Lists a folder from its start.
    void open(List<String> path) {
        items.clear();
        next = null;
        pages = 0;
        state.set(new State(path, false, false, false, null));
        load();
    }

    void open(ShelfItem folder) {
        if (folder.folder()) open(below(folder));
    }

    void up() {
        List<String> path = state.get().path();
        if (!path.isEmpty()) open(path.subList(0, path.size() - 1));
    }

    /// The next page, if there is one and none is under way.
    void more() {
        if (state.get().hasMore() && !state.get().loading()) load();
    }

    private void load() {
        List<String> path = state.get().path();
        state.set(new State(path, true, false, false, null));
        String after = next;
        Shelf asked = shelf;
        context.background().run(() -> node().list(asked, path, after), page -> loaded(path, page), why -> {
            if (isShown(path)) state.set(new State(path, false, false, false, why));
        });
    }

    /// Whether an answer is of use still: the person may have gone elsewhere meanwhile.
    private boolean isShown(List<String> path) {
        return !closed && state.get().path().equals(path) && state.get().loading();
    }

    private void loaded(List<String> path, ShelfPage page) {
        if (!isShown(path)) return;
        items.addAll(page.items());
        next = page.next();
        pages++;
        boolean isFull = items.size() >= ROWS_MAX || pages >= PAGES_MAX;
        state.set(new State(path, false, next != null && !isFull, next != null && isFull, null));
        if (page.items().isEmpty()) more(); // nothing of that page is shown to others
    }

    private List<String> below(ShelfItem item) {
        var path = new ArrayList<>(state.get().path());
        path.add(item.name());
        return List.copyOf(path);
    }

    boolean isTicked(ShelfItem item) {
        return ticked.containsKey(below(item));
    }

    void tick(ShelfItem item) {
        List<String> path = below(item);
        if (ticked.remove(path) == null) put(path, item);
        changes.set(changes.get() + 1);
    }

    private void put(List<String> path, ShelfItem item) {
        if (ticked.size() < WantedItem.COUNT_MAX) ticked.put(path, ShelfCommands.wanted(path, item));
    }

    /// Ticks all that is listed, as far as there is room for it; where all of it is ticked, none of it.
    void tickAll() {
        boolean wereAll = areAllTicked();
        for (ShelfItem each : items) {
            if (wereAll) {
                ticked.remove(below(each));
            } else {
                put(below(each), each);
            }
        }
        changes.set(changes.get() + 1);
    }

    boolean areAllTicked() {
        return isFull() || items.stream().allMatch(this::isTicked);
    }

    /// No more can be ticked.
    boolean isFull() {
        return ticked.size() >= WantedItem.COUNT_MAX;
    }

    int tickedCount() {
        return ticked.size();
    }

    long tickedBytes() {
        return ticked.values().stream().mapToLong(WantedItem::bytes).sum();
    }

    boolean isFolderTicked() {
        return ticked.values().stream().anyMatch(WantedItem::folder);
    }

    /// Asks for all that is ticked; where nothing is, for the folder that is shown.
    ///
    /// @param done is run once it is asked for
    void take(Runnable done, Consumer<Exception> failed) {
        List<WantedItem> wanted = ticked.isEmpty()
                ? List.of(new WantedItem(state.get().path(), true, 0, 0))
                : List.copyOf(ticked.values());
        Shelf asked = shelf;
        context.background().run(() -> node().take(asked, wanted, List.of()), _ -> done.run(), failed);
    }

    void close() {
        standing.unsubscribe();
        open.close();
        closed = true;
    }
}
