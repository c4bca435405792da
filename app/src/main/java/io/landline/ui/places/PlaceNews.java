package io.landline.ui.places;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.ui.page.PageContext;
import org.jspecify.annotations.Nullable;

/// Calls back whenever what a sheet shows may be outdated: of people, of files and of conversations. Made and closed on
/// the JavaFX thread; calls on the node's threads.
final class PlaceNews implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PlaceNews.class.getName());

    private final PageContext context;
    private final Subscription events;
    private @Nullable Subscription conversations;
    private boolean closed;

    PlaceNews(PageContext context, Runnable changed) {
        this.context = context;
        events = context.node().watch().apply((event, _) -> {
            if (matters(event)) changed.run();
        });
        context.background()
                .run(() -> context.node().chats().watch(_ -> changed.run()), this::attached,
                        why -> LOG.log(System.Logger.Level.ERROR, "watching conversations", why));
    }

    private static boolean matters(NodeEvent event) {
        return event instanceof NodeEvent.PeerAppeared || event instanceof NodeEvent.PeerChanged
                || event instanceof NodeEvent.PeerLeft || event instanceof NodeEvent.Joined
                || event instanceof NodeEvent.SessionOpened || event instanceof NodeEvent.SessionClosed
                || event instanceof NodeEvent.Offered || event instanceof NodeEvent.Transferred;
    }

    private void attached(Subscription subscription) {
        if (closed) {
            close(subscription);
        } else {
            conversations = subscription;
        }
    }

    private void close(Subscription subscription) {
        context.background().run(() -> {
            subscription.close();
            return subscription;
        }, _ -> {}, _ -> {});
    }

    @Override
    public void close() {
        closed = true;
        events.close();
        Subscription attached = conversations;
        if (attached != null) close(attached);
    }
}
