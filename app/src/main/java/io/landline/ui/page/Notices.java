package io.landline.ui.page;

/// Short sentences above the page, each for some seconds or until it is closed. Any thread.
public interface Notices {
    /// Something went as wished.
    void done(String sentence);

    /// Something went wrong; stays until it is closed.
    void problem(String sentence);
}
