package io.landline.ui.chats.list;

import io.landline.node.port.NodeEvent;

/// What of the list an event changes.
enum ListChange {
    NOTHING, CONTACTS, ALL;

    static ListChange by(NodeEvent event) {
        return switch (event) {
            case NodeEvent.PeerAppeared _, NodeEvent.PeerChanged _, NodeEvent.PeerLeft _,
                    NodeEvent.SessionOpened _, NodeEvent.SessionClosed _, NodeEvent.StatusChanged _,
                    NodeEvent.Ready _ -> CONTACTS;
            case NodeEvent.Joined _, NodeEvent.Refused _, NodeEvent.WordsChanged _ -> ALL;
            case NodeEvent.Message _, NodeEvent.PollAsked _, NodeEvent.BoxMade _, NodeEvent.HandedIn _,
                    NodeEvent.ShelfSeen _, NodeEvent.ShelfTake _, NodeEvent.Act _, NodeEvent.Delivered _,
                    NodeEvent.Read _, NodeEvent.Offered _, NodeEvent.Progress _, NodeEvent.Transferred _,
                    NodeEvent.Helping _, NodeEvent.TransferFailed _, NodeEvent.TransferPaused _,
                    NodeEvent.TransferResumed _, NodeEvent.Unmatched _, NodeEvent.Warning _,
                    NodeEvent.LimitReached _, NodeEvent.WritesDirectly _, NodeEvent.PauseEnded _,
                    NodeEvent.ConnectFailed _, NodeEvent.Typing _, NodeEvent.WordsGiven _, NodeEvent.Failure _,
                    NodeEvent.Bye _ -> NOTHING;
        };
    }
}
