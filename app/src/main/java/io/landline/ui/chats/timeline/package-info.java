/// The messages of the open conversation: their rows, how they scroll, and what can be done with them. A row is a
/// [TimelineCell], what stands in its bubble [MessageContent]. What is held of the conversation has
/// [TimelineViewModel], what is new in it [TimelineNews], what counts as read [TimelineReading].
@NullMarked
package io.landline.ui.chats.timeline;

import org.jspecify.annotations.NullMarked;
