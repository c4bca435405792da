package io.landline.ui.chats.timeline;

/// What shows the rows of a timeline: keeps its place while they change. JavaFX thread.
interface TimelineViewport {
    void beforeChange();

    void afterChange();

    /// This row comes into sight.
    void show(Object rowId);

    /// The last row comes into sight, and what comes after it.
    void showEnd();

    /// The line above the first new entry comes into sight, as on opening; nothing where there is none.
    void showNew();

    /// Where nothing is shown yet.
    TimelineViewport NONE = new TimelineViewport() {
        @Override
        public void beforeChange() {}

        @Override
        public void afterChange() {}

        @Override
        public void show(Object rowId) {}

        @Override
        public void showEnd() {}

        @Override
        public void showNew() {}
    };
}
