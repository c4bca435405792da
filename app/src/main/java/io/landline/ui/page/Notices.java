package io.landline.ui.page;

/// Short sentences above the page, each for some seconds or until it is closed. Any thread.
public interface Notices {
    /// Something went as wished.
    void done(String sentence);

    /// Something went wrong; stays until it is closed.
    void problem(String sentence);

    /// The same, of something that may end by itself: see [#over].
    void problem(Object subject, String sentence);

    /// The notice of this subject is outdated, or stands on the page: it is removed, if shown.
    void over(Object subject);
}
