package io.landline.ui.page;

import io.landline.node.port.Subscription;
import io.landline.ui.fx.Background;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hears which conversations hold something new. The node may have to wait to begin and to end that, so both are done
/// in the background. Made and closed on the JavaFX thread.
public final class ConversationWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ConversationWatch.class.getName());

    private final Background background;
    private final Runnable begun;
    private @Nullable Subscription subscription;
    private boolean closed;

    /// @param changed gets the key of the conversation; called on the node's threads, often
    /// @param begun is run on the JavaFX thread once nothing is missed any more; not after [#close]
    public ConversationWatch(NodePorts node, Background background, Consumer<String> changed, Runnable begun) {
        this.background = background;
        this.begun = begun;
        background.run(() -> node.chats().watch(changed), this::attached,
                why -> LOG.log(System.Logger.Level.ERROR, "watching conversations", why));
    }

    private void attached(Subscription now) {
        if (closed) {
            end(now);
        } else {
            subscription = now;
            begun.run();
        }
    }

    private void end(Subscription attached) {
        background.run(() -> {
            attached.close();
            return attached;
        }, _ -> {}, _ -> {});
    }

    @Override
    public void close() {
        closed = true;
        Subscription attached = subscription;
        if (attached != null) end(attached);
    }
}
