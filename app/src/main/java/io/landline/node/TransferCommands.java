package io.landline.node;

import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.Transfers;
import io.landline.node.CommandException.Code;
import io.landline.room.EntryId;
import java.util.HexFormat;
import java.util.List;

/// What a user does with transfers, named by their ids in hex. Any thread.
public final class TransferCommands {
    @FunctionalInterface
    private interface Action {
        void on(TransferId transfer) throws NoSuchTransferException;
    }

    private final Transfers transfers;

    TransferCommands(Transfers transfers) { this.transfers = transfers; }

    public void accept(String transfer) throws CommandException {
        act(transfer, transfers::accept);
    }

    public void decline(String transfer) throws CommandException {
        act(transfer, transfers::decline);
    }

    public void pause(String transfer) throws CommandException {
        act(transfer, transfers::pause);
    }

    public void resume(String transfer) throws CommandException {
        act(transfer, transfers::resume);
    }

    public void cancel(String transfer) throws CommandException {
        act(transfer, transfers::cancel);
    }

    /// Withdraws an own offer: every transfer of it that is open ends.
    public void withdraw(String offer) throws CommandException {
        try {
            transfers.cancel(EntryId.of(bytes(offer, EntryId.BYTES)));
        } catch (NoSuchTransferException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        }
    }

    /// All open transfers.
    public List<TransferView> open() {
        return transfers.open();
    }

    private static void act(String hex, Action action) throws CommandException {
        try {
            action.on(TransferId.of(bytes(hex, TransferId.BYTES)));
        } catch (NoSuchTransferException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        }
    }

    static boolean isId(String hex, int bytes) {
        return hex.length() == 2 * bytes && hex.chars().allMatch(HexFormat::isHexDigit);
    }

    private static byte[] bytes(String hex, int count) throws CommandException {
        if (!isId(hex, count)) {
            throw new CommandException(Code.NO_TRANSFER,
                    "There is no transfer or offer of that id: an id has " + 2 * count + " hex digits.");
        }
        return HexFormat.of().parseHex(hex);
    }
}
