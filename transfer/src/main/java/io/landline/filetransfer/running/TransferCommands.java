package io.landline.filetransfer.running;

import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;

/// What a person may do with an open transfer of either direction. On the files' queue.
public interface TransferCommands {
    void pause(TransferId id) throws NoSuchTransferException;

    void resume(TransferId id) throws NoSuchTransferException;

    void cancel(TransferId id) throws NoSuchTransferException;
}
