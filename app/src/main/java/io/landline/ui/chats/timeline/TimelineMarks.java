package io.landline.ui.chats.timeline;

import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.search.SearchViewModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the open timeline marks: what its own search finds, else what was chosen among all conversations' messages.
/// Confined to the JavaFX thread.
public final class TimelineMarks {
    private final SearchViewModel search;
    private final ReadOnlyObjectWrapper<SearchMarks> marks = new ReadOnlyObjectWrapper<>(SearchMarks.NONE);
    private SearchMarks landed = SearchMarks.NONE;

    public TimelineMarks(SearchViewModel search) {
        this.search = search;
        search.words().subscribe(_ -> update());
        search.current().subscribe(_ -> update());
    }

    public ReadOnlyObjectProperty<SearchMarks> marks() {
        return marks.getReadOnlyProperty();
    }

    /// Shows this, until something else is opened or sought.
    public void land(SearchMarks there) {
        landed = there;
        update();
    }

    public void leave() {
        land(SearchMarks.NONE);
    }

    private void update() {
        SearchMarks own = search.marks();
        marks.set(own.words().isEmpty() ? landed : own);
    }
}
