package io.landline.filetransfer.running;

import io.landline.filetransfer.TransferState;
/// Whether the other side has paused an open transfer, as far as it said so in this session. Confined to the files'
/// queue.
public final class PeerPause {
    private boolean on;

    public boolean isOn() {
        return on;
    }

    /// Takes what the other side said last; true if that is news.
    public boolean become(boolean now) {
        boolean news = on != now;
        on = now;
        return news;
    }

    /// The state to show for a transfer that is stored in this state: paused if either side paused it.
    public TransferState shown(TransferState kept) {
        return on && kept.isOpen() ? TransferState.PAUSED : kept;
    }
}
