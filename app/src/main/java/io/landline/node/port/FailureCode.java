package io.landline.node.port;

/// What a node can no longer do. The window has a text for each in every language.
public enum FailureCode {
    HISTORY_DAMAGED("history-damaged"), STORAGE("storage");

    private final String word;

    FailureCode(String word) { this.word = word; }

    /// As programs read it (docs/command-line.md, "Events").
    public String word() {
        return word;
    }
}
