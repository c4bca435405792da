package io.landline.ui.page;

/// Short sentences above the page, each for some seconds, until its cause is gone or until it is closed. Any thread.
public interface Notices {
    /// What helps, as a button in the notice.
    ///
    /// @param label what the button says
    /// @param act runs on the JavaFX thread; the notice goes
    record Remedy(String label, Runnable act) {}

    /// Something went as wished.
    void done(String sentence);

    /// The same, of something that can be taken back.
    void done(String sentence, Remedy undo);

    /// Something is so that costs the user nothing: told calmly, and gone after some seconds.
    void news(String sentence);

    /// Something to know that nobody has to act on: told calmly, and stays until it is closed.
    void fact(String sentence);

    /// Something went wrong; stays until it is closed.
    void problem(String sentence);

    /// The same, of something that may end by itself: see [#over]. Replaces what was shown of this subject.
    void problem(Object subject, String sentence);

    /// The same, with what helps.
    void problem(Object subject, String sentence, Remedy remedy);

    /// Something waits for the user's decision: told calmly, and stays until it is over or closed.
    void question(Object subject, String sentence, Remedy remedy);

    /// The notice of this subject is outdated, or stands on the page: it is removed, if shown.
    void over(Object subject);
}
