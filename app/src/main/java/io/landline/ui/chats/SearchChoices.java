package io.landline.ui.chats;

import io.landline.node.port.ChatHistory.Author;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The authors and the days, by this computer's calendar, that a search wants. Confined to the JavaFX thread.
final class SearchChoices {
    private final ZoneId zone = ZoneId.systemDefault();
    private final ObservableList<Author> authors = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Fingerprint> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> since = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();

    /// @param changed is run when another choice is made
    void onChange(Runnable changed) {
        from.subscribe(changed);
        since.subscribe(changed);
        until.subscribe(changed);
    }

    /// The authors that can be chosen.
    ObservableList<Author> authors() {
        return authors;
    }

    /// Only this person's; null for everybody's.
    ObjectProperty<@Nullable Fingerprint> from() {
        return from;
    }

    /// The first day, by the authors' clocks; null for any.
    ObjectProperty<@Nullable LocalDate> since() {
        return since;
    }

    /// The last day; null for any.
    ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /// Everybody's of any day.
    void clear() {
        from.set(null);
        since.set(null);
        until.set(null);
    }

    Filter with(String words) {
        LocalDate first = since.get();
        LocalDate last = until.get();
        return new Filter(words, from.get(), first == null ? null : start(first),
                last == null ? null : start(last.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
