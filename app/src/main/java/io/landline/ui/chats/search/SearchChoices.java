package io.landline.ui.chats.search;

import io.landline.node.port.ChatHistory.Author;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The words, the authors and the days, by this computer's calendar, that a search wants. Confined to the JavaFX
/// thread.
public final class SearchChoices {
    private final ZoneId zone = ZoneId.systemDefault();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Author> authors = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Fingerprint> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> since = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();

    /// @param changed is run when something else is typed, or another choice is made
    void onChange(Runnable changed) {
        words.subscribe(changed);
        from.subscribe(changed);
        since.subscribe(changed);
        until.subscribe(changed);
    }

    /// As they are typed.
    StringProperty words() {
        return words;
    }

    /// The authors that can be chosen.
    public ObservableList<Author> authors() {
        return authors;
    }

    /// Only this person's; null for everybody's.
    public ObjectProperty<@Nullable Fingerprint> from() {
        return from;
    }

    /// The first day, by the authors' clocks; null for any.
    public ObjectProperty<@Nullable LocalDate> since() {
        return since;
    }

    /// The last day; null for any.
    public ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /// Everybody's of any day. The words stay.
    void clear() {
        from.set(null);
        since.set(null);
        until.set(null);
    }

    Filter filter() {
        LocalDate first = since.get();
        LocalDate last = until.get();
        return new Filter(words.get().strip(), from.get(), first == null ? null : start(first),
                last == null ? null : start(last.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
