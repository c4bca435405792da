package io.landline.ui.chats.message;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;

/// A message as a screen reader reads it: author, words, time and state as one sentence. Immutable; any thread.
public record SpokenMessage(Texts texts, TimeFormatter times) {
    /// @param state how far an own message got; empty for others' messages
    public String of(TimelineItem item, String state) {
        String who = item.own() ? texts.get("entry.you") : PeerText.person(item.name());
        String what = LongText.of(new ItemText(texts).of(item), false).shown();
        String time = times.time(item.written());
        String all = state.isEmpty()
                ? texts.format("entry.accessible", who, what, time)
                : texts.format("entry.accessible.state", who, what, time, state);
        return item.head().marks().forked() ? all + " " + texts.get("entry.forked.why") : all;
    }
}
