package io.landline.filetransfer.source;

import io.landline.filetransfer.FailureReason;

/// Told that a file of an own offer is not what was offered, on the thread that read it. The other files go on.
public interface LostFiles {
    /// @param file its number in the offer
    void lost(Upload upload, long file, FailureReason reason);
}
