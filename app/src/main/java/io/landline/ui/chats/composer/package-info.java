/// What is being written or pasted, and what may complete it.
///
/// - Written: [ComposerPane] shows it. What stands in the field, and what it answers or changes, has [ComposerField];
///   where it comes from and goes to, [ComposerViewModel]. Arrows bring own messages into it ([OwnMessageWalk]),
///   and it may be large ([FieldSize]). It is sent by [OutgoingTexts], and kept by [Drafts] and [ComposerTopics].
/// - Completed: [CompletionViewModel], shown by [CompletionPane]; people by [MentionCandidates], what a colon closes by
///   [ClosedName].
/// - Pasted: [Pasting] takes it from the clipboard, [PasteViewModel] holds it until it is offered, [PastePane] shows it
///   with [PasteList] and [PastedPictures]; [PastedItems] keeps it beyond the page. Files of it are made by
///   [WrittenFiles].
@NullMarked
package io.landline.ui.chats.composer;

import org.jspecify.annotations.NullMarked;
