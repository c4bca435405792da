package io.landline.ui.transfers;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.ShelfCommands;
import io.landline.peer.Fingerprint;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.ShelfPage;
import io.landline.shelf.WantedItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shelves in memory, two names a page. Confined to the test's thread.
public final class FakeShelves implements ShelfCommands {
    private static final int PAGE = 2;

    public final List<Shelf> shelves = new ArrayList<>();
    /// What stands in each folder of all shelves; a folder that is not here is gone.
    public final Map<List<String>, List<ShelfItem>> folders = new HashMap<>();
    /// What was done, in order.
    public final List<String> done = new ArrayList<>();
    /// Names of one page.
    public int page = PAGE;
    /// Each page is empty, and another one is told behind it.
    public boolean endless;
    public int asked;

    @Override
    public Shelf add(String to, Path folder, @Nullable String title) {
        var shelf = new Shelf("0a".repeat(8), to, Fingerprint.of(new byte[Fingerprint.BYTES]), "",
                String.valueOf(folder.getFileName()), folder);
        shelves.add(shelf);
        done.add("add " + to + " " + folder);
        return shelf;
    }

    @Override
    public void remove(String shelf) {
        shelves.removeIf(each -> each.id().equals(shelf));
        done.add("remove " + shelf);
    }

    @Override
    public List<Shelf> shelves() {
        return List.copyOf(shelves);
    }

    @Override
    public Shelf find(String text) {
        throw new AssertionError("the window knows them");
    }

    @Override
    public ShelfPage list(Shelf shelf, List<String> path, @Nullable String after) throws CommandException {
        asked++;
        if (endless) return new ShelfPage(List.of(), "page " + asked);
        List<ShelfItem> all = folders.get(path);
        if (all == null) throw new CommandException(Code.NO_FILE, "That is not on the shelf, or not any more.");
        List<ShelfItem> rest = all.stream().filter(each -> after == null || each.name().compareTo(after) > 0).toList();
        List<ShelfItem> first = rest.stream().limit(page).toList();
        return new ShelfPage(first, rest.size() > page ? first.getLast().name() : null);
    }

    @Override
    public WantedItem look(Shelf shelf, List<String> path) {
        throw new AssertionError("the window takes what it has listed");
    }

    @Override
    public String take(Shelf shelf, List<WantedItem> items, List<String> only) {
        for (WantedItem each : items) done.add("take " + String.join("/", each.path()));
        return "0b".repeat(16);
    }
}
