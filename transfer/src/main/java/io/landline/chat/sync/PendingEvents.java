package io.landline.chat.sync;

import io.landline.chat.ConversationListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// What the listener is to hear of the present step. It is kept until the step is done. So nobody hears of what is not
/// committed, and a listener that calls back finds everything in order. Bounded by what one frame can bring. Confined
/// to the conversations' thread.
final class PendingEvents {
    private final ConversationListener listener;
    private final Deque<Consumer<ConversationListener>> waiting = new ArrayDeque<>();

    PendingEvents(ConversationListener listener) { this.listener = listener; }

    void add(Consumer<ConversationListener> event) {
        waiting.add(event);
    }

    void tell() {
        for (Consumer<ConversationListener> event; (event = waiting.poll()) != null;) event.accept(listener);
    }
}
