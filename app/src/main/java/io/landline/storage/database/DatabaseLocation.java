package io.landline.storage.database;

/// Where a database lies, which decides how it is written.
public enum DatabaseLocation {
    /// The fast way: a write-ahead log beside the file, and memory shared by those who read and write it.
    LOCAL,
    /// A file system that other computers reach as well. Memory is not shared over it, so SQLite's write-ahead log is
    /// not safe there ("WAL does not work over a network filesystem"): a rollback journal, and nothing less than
    /// `synchronous=EXTRA`.
    NETWORK_SHARE;

    /// The value of `PRAGMA synchronous` for what must be on the disk when a call returns.
    String full() {
        return this == LOCAL ? "FULL" : "EXTRA";
    }

    /// The same for what may be lost with the power. Without a write-ahead log less than EXTRA may damage the file.
    String batched() {
        return this == LOCAL ? "NORMAL" : "EXTRA";
    }
}
