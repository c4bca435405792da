package io.landline.ui.page;

/// Short sentences above the page, each for some seconds or until it is closed. Any thread.
public interface Notices {
    /// Something went as wished.
    void done(String sentence);

    /// Something went wrong; stays until it is closed.
    void problem(String sentence);

    /// The same, of something that may end by itself: see [#over].
    void problem(Object subject, String sentence);

    /// What was told of this subject is over, or stands on the page: the sentence goes, if it is there.
    void over(Object subject);
}
