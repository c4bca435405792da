package io.landline.ui.places.sheet;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;

/// Calls back whenever what a sheet shows may be outdated: of people, of files and of conversations. Made and closed on
/// the JavaFX thread; calls on the node's threads.
public final class PlaceNews implements AutoCloseable {
    private final Subscription events;
    private final ConversationWatch conversations;

    public PlaceNews(PageContext context, Runnable changed) {
        events = context.node().watch().apply((event, _) -> {
            if (matters(event)) changed.run();
        });
        conversations = new ConversationWatch(context.node(), context.background(), _ -> changed.run(), () -> {});
    }

    private static boolean matters(NodeEvent event) {
        return event instanceof NodeEvent.PeerAppeared || event instanceof NodeEvent.PeerChanged
                || event instanceof NodeEvent.PeerLeft || event instanceof NodeEvent.Joined
                || event instanceof NodeEvent.SessionOpened || event instanceof NodeEvent.SessionClosed
                || event instanceof NodeEvent.StatusChanged
                || event instanceof NodeEvent.WordsChanged || event instanceof NodeEvent.WordsGiven
                || event instanceof NodeEvent.Offered || event instanceof NodeEvent.Transferred;
    }

    @Override
    public void close() {
        events.close();
        conversations.close();
    }
}
