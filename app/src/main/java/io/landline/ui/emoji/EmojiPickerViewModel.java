package io.landline.ui.emoji;

import io.landline.settings.LookSettings;
import io.landline.ui.emoji.EmojiNames.Named;
import io.landline.ui.text.Emoji;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What can be chosen: those used last and all groups, or what a search finds; and on which one the keyboard stands.
/// JavaFX thread.
final class EmojiPickerViewModel {
    /// As many as fit a window of 480 pixels.
    static final int COLUMNS = 9;

    /// A line of the list.
    sealed interface Row {
        /// What the lines below are.
        ///
        /// @param group of Unicode; [#RECENT] or [#FOUND]
        record Heading(int group) implements Row {
            static final int RECENT = -1;
            static final int FOUND = -2;
        }

        /// At most [#COLUMNS].
        record Cells(List<Named> emoji) implements Row {}
    }

    /// Where one stands.
    record Place(int row, int column) {}

    private final EmojiNames names;
    private final ObjectProperty<LookSettings> settings;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Place> place = new ReadOnlyObjectWrapper<>();

    EmojiPickerViewModel(EmojiNames names, ObjectProperty<LookSettings> settings) {
        this.names = names;
        this.settings = settings;
        query.subscribe(this::fill);
    }

    /// What is sought.
    StringProperty query() {
        return query;
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// Null where nothing is found.
    ReadOnlyObjectProperty<@Nullable Place> place() {
        return place.getReadOnlyProperty();
    }

    /// Everything again, from its beginning.
    void open() {
        query.set("");
        fill();
    }

    private void fill() {
        var filled = new ArrayList<Row>();
        String sought = query.get();
        if (sought.isBlank()) {
            add(filled, Row.Heading.RECENT, recent());
            for (int group = 0; group < Emoji.GROUPS; group++) {
                int wanted = group;
                add(filled, group, names.all().stream().filter(each -> each.emoji().group() == wanted).toList());
            }
        } else {
            add(filled, Row.Heading.FOUND, names.find(sought));
        }
        rows.set(List.copyOf(filled));
        place.set(filled.isEmpty() ? null : new Place(1, 0));
    }

    private List<Named> recent() {
        return settings.get()
                .recentEmoji()
                .stream()
                .flatMap(used -> names.all().stream().filter(each -> each.emoji().characters().equals(used)))
                .toList();
    }

    private static void add(List<Row> rows, int group, List<Named> emoji) {
        if (emoji.isEmpty()) return;
        rows.add(new Row.Heading(group));
        for (int from = 0; from < emoji.size(); from += COLUMNS) {
            rows.add(new Row.Cells(emoji.subList(from, Math.min(emoji.size(), from + COLUMNS))));
        }
    }

    /// What stands there; null for nothing.
    @Nullable
    Named at(@Nullable Place where) {
        if (where == null || where.row() >= rows.get().size()) return null;
        if (!(rows.get().get(where.row()) instanceof Row.Cells(List<Named> emoji))) return null;
        return where.column() < emoji.size() ? emoji.get(where.column()) : null;
    }

    /// Stands there from now on, if something does.
    void stand(Place where) {
        if (at(where) != null) place.set(where);
    }

    /// To the next one, over the ends of lines.
    void step(int direction) {
        Place from = place.get();
        if (from == null) return;
        var next = new Place(from.row(), from.column() + direction);
        if (next.column() >= 0 && at(next) != null) {
            place.set(next);
            return;
        }
        int row = line(from.row(), direction);
        if (row >= 0) place.set(new Place(row, direction > 0 ? 0 : cells(row) - 1));
    }

    /// To the line above or below, as near to the same column as there is one.
    void go(int direction) {
        Place from = place.get();
        if (from == null) return;
        int row = line(from.row(), direction);
        if (row >= 0) place.set(new Place(row, Math.min(from.column(), cells(row) - 1)));
    }

    private int line(int from, int direction) {
        for (int row = from + direction; row >= 0 && row < rows.get().size(); row += direction) {
            if (cells(row) > 0) return row;
        }
        return -1;
    }

    private int cells(int row) {
        return rows.get().get(row) instanceof Row.Cells(List<Named> emoji) ? emoji.size() : 0;
    }

    /// Takes what stands there: it is the first of those used last. Null for nothing.
    @Nullable
    String take(@Nullable Place where) {
        Named taken = at(where);
        if (taken == null) return null;
        settings.set(settings.get().withUsed(taken.emoji().characters()));
        return taken.emoji().characters();
    }
}
