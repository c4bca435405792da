package io.landline.filetransfer;

/// Whether the other side holds an open transfer up, as far as it said so in this session. Confined to the desk.
final class PeerPause {
    private boolean on;

    boolean isOn() {
        return on;
    }

    /// What the other side said last. Whether that is news.
    boolean become(boolean now) {
        boolean news = on != now;
        on = now;
        return news;
    }

    /// As what a transfer is shown that we keep in this state: held up is paused, by whomever.
    TransferState shown(TransferState kept) {
        return on && kept.isOpen() ? TransferState.PAUSED : kept;
    }
}
