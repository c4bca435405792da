package io.landline.node.port;

/// What a node warns of. The window has a text for each in every language.
public enum WarningCode {
    CANNOT_LISTEN("cannot-listen"),
    DOWNLOADS("downloads"),
    ENDED_BY_FAULT("ended-by-fault"),
    FORKED("forked"),
    HISTORY_DAMAGED("history-damaged"),
    HISTORY_FREE("history-free"),
    HISTORY_HELD("history-held"),
    HISTORY_LOST("history-lost"),
    IDENTITY_TWICE("identity-twice"),
    INTERNAL_ERROR("internal-error"),
    KEYS_READABLE("keys-readable"),
    NEWER_VERSION("newer-version"),
    OWN_PORT("own-port"),
    PORT_TAKEN("port-taken"),
    SETTINGS_DAMAGED("settings"),
    SETTINGS_MISSING("settings"),
    SETTINGS_VALUE("settings"),
    SHARED_PORT("shared-port"),
    SLOWED("slowed"),
    TOO_MANY_FILES("too-many-files"),
    VERSION("version"),
    WEAK_KEY("weak-key");

    private final String word;

    WarningCode(String word) { this.word = word; }

    /// As programs read it (docs/command-line.md, "Events").
    public String word() {
        return word;
    }
}
