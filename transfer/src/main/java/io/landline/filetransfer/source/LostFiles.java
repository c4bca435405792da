package io.landline.filetransfer.source;

/// Told that a file of an own offer is not what was offered, on the thread that read it. The other files go on.
public interface LostFiles {
    void lost(Upload upload, LostFile file);
}
