package io.landline.ui.chats.search;

import io.landline.language.Texts;
import io.landline.node.port.ChatHistory.Author;
import io.landline.ui.control.ControlLine;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.text.PeerText;
import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The authors and the days that a search wants. JavaFX thread.
public final class SearchFilters extends ControlLine {
    private static final Person ANYBODY = new Person(null);

    private final SearchChoices model;
    private final ComboBox<Person> people = new ComboBox<>();

    /// @param author null: anybody
    private record Person(@Nullable Author author) {}

    /// @param id begins the ids of the controls
    public SearchFilters(String id, Texts texts, SearchChoices model) {
        this.model = model;
        setId(id + "-filters");
        getStyleClass().add("chats-filters");
        people.setId(id + "-from");
        people.setAccessibleText(texts.get("search.from"));
        people.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Person person) {
                Author author = person == null ? null : person.author();
                if (author == null) return texts.get("search.anybody");
                return author.name().isEmpty() ? texts.get("entry.you") : PeerText.person(author.name());
            }

            @Override
            public Person fromString(String text) {
                return ANYBODY; // it is chosen, never typed
            }
        });
        model.authors().addListener((ListChangeListener<Author>) _ -> showPeople());
        showPeople();
        people.valueProperty().subscribe(now -> {
            Author author = now == null ? null : now.author();
            model.from().set(author == null ? null : author.peer());
        });
        model.from().subscribe(now -> {
            if (now == null) people.setValue(ANYBODY);
        });
        getChildren().addAll(people, day(id + "-since", texts.get("search.since"), model.since()),
                day(id + "-until", texts.get("search.until"), model.until()));
    }

    private void showPeople() {
        people.getItems().setAll(ANYBODY);
        for (Author author : model.authors()) people.getItems().add(new Person(author));
        people.setValue(ANYBODY);
    }

    private static DatePicker day(String id, String name, ObjectProperty<@Nullable LocalDate> day) {
        var picker = new DatePicker();
        picker.setId(id);
        picker.setPromptText(name);
        FieldPrompt.follow(picker.getEditor());
        picker.setAccessibleText(name);
        picker.valueProperty().bindBidirectional(day);
        return picker;
    }
}
