package io.landline.ui.chats;

import io.landline.node.port.ChatHistory.Author;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Whose messages a search wants, and of which days. JavaFX thread.
final class SearchFilters extends FlowPane {
    private final SearchViewModel model;
    private final ComboBox<@Nullable Author> people = new ComboBox<>();

    SearchFilters(Texts texts, SearchViewModel model) {
        this.model = model;
        setId("search-filters");
        getStyleClass().add("chats-filters");
        people.setId("search-from");
        people.setAccessibleText(texts.get("search.from"));
        people.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Author author) {
                if (author == null) return texts.get("search.anybody");
                return author.name().isEmpty() ? texts.get("entry.you") : PeerText.person(author.name());
            }

            @Override
            public @Nullable Author fromString(String text) {
                return null; // it is chosen, never typed
            }
        });
        model.authors().addListener((ListChangeListener<Author>) _ -> showPeople());
        showPeople();
        people.valueProperty().subscribe(now -> model.from().set(now == null ? null : now.peer()));
        model.from().subscribe(now -> {
            if (now == null) people.setValue(null);
        });
        getChildren().addAll(people, day("search-since", texts.get("search.since"), model.since()),
                day("search-until", texts.get("search.until"), model.until()));
    }

    private void showPeople() {
        people.getItems().clear();
        people.getItems().add(null);
        people.getItems().addAll(model.authors());
        people.setValue(null);
    }

    private static DatePicker day(String id, String name, ObjectProperty<@Nullable LocalDate> day) {
        var picker = new DatePicker();
        picker.setId(id);
        picker.setPromptText(name);
        picker.setAccessibleText(name);
        picker.valueProperty().bindBidirectional(day);
        return picker;
    }
}
