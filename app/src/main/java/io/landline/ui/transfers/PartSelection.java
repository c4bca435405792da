package io.landline.ui.transfers;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.node.port.FileTransfers.Part;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of an offer a person has ticked. It holds only where a box differs from the folder around it, so its size does
/// not depend on the offer. Confined to one thread.
final class PartSelection {
    /// What a box shows.
    enum Box { ALL, SOME, NONE }

    /// A box that differs from the folder around it.
    private record Tick(boolean taken, long files, long bytes) {}

    private static final String TOP = "";
    /// By path, names with `/` between.
    private final Map<String, Tick> ticks = new LinkedHashMap<>();

    /// All of it is taken.
    PartSelection(Part whole) { ticks.put(TOP, new Tick(true, whole.files(), whole.bytes())); }

    static String path(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private static @Nullable String around(String path) {
        if (path.isEmpty()) return null;
        int slash = path.lastIndexOf('/');
        return slash < 0 ? TOP : path.substring(0, slash);
    }

    /// As the nearest box says.
    private boolean isTaken(String path) {
        String at = path;
        while (at != null) {
            Tick tick = ticks.get(at);
            if (tick != null) return tick.taken;
            at = around(at);
        }
        return true;
    }

    private static boolean isBelow(String path, String folder) {
        return folder.isEmpty() ? !path.isEmpty() : path.startsWith(folder + "/");
    }

    /// Whether this box can be set: where as many differ as can be held, only one that makes space.
    boolean hasSpaceFor(String path) {
        return ticks.size() < Choice.PLACES_MAX
                || ticks.keySet().stream().anyMatch(each -> each.equals(path) || isBelow(each, path));
    }

    /// @param path of an item that is listed
    void set(String path, Item item, boolean taken) {
        ticks.keySet().removeIf(each -> isBelow(each, path));
        Tick top = path.isEmpty() ? ticks.get(TOP) : null;
        ticks.remove(path);
        if (top != null) {
            ticks.put(TOP, new Tick(taken, top.files, top.bytes));
        } else if (isTaken(path) != taken) {
            ticks.put(path, new Tick(taken, item.files(), item.bytes()));
        }
    }

    /// All of it, or nothing.
    void setAll(boolean taken) {
        Tick top = ticks.getOrDefault(TOP, new Tick(taken, 0, 0));
        ticks.clear();
        ticks.put(TOP, new Tick(taken, top.files, top.bytes));
    }

    /// How much is taken of an item.
    private Part taken(String path, long files, long bytes) {
        boolean here = isTaken(path);
        long takenFiles = here ? files : 0;
        long takenBytes = here ? bytes : 0;
        for (Map.Entry<String, Tick> each : ticks.entrySet()) {
            if (!isBelow(each.getKey(), path)) continue;
            Tick tick = each.getValue(); // it differs from what is around it
            takenFiles += tick.taken ? tick.files : -tick.files;
            takenBytes += tick.taken ? tick.bytes : -tick.bytes;
        }
        return new Part(takenFiles, takenBytes);
    }

    /// How much is taken of all.
    Part taken() {
        Tick top = ticks.get(TOP);
        return top == null ? new Part(0, 0) : taken(TOP, top.files, top.bytes);
    }

    Box box(String path, Item item) {
        long files = taken(path, item.files(), item.bytes()).files();
        if (item.files() == 0) return isTaken(path) ? Box.ALL : Box.NONE;
        boolean all = files == item.files();
        if (!all && files > 0 || hasEmptyFolder(path, !all)) return Box.SOME;
        return all ? Box.ALL : Box.NONE;
    }

    /// Whether a box of a folder without files, which no number of files tells, is set so below a path.
    private boolean hasEmptyFolder(String path, boolean taken) {
        return ticks.entrySet()
                .stream()
                .anyMatch(each -> isBelow(each.getKey(), path) && each.getValue().files == 0
                        && each.getValue().taken == taken);
    }

    /// As the node takes it: nothing for all, else places from the top down.
    List<String> places() {
        if (ticks.size() == 1) return isTaken(TOP) ? List.of() : List.of(Choice.place(TOP, false));
        return ticks.entrySet()
                .stream()
                .filter(each -> !each.getKey().isEmpty() || each.getValue().taken)
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(each -> Choice.place(each.getKey(), each.getValue().taken))
                .toList();
    }
}
