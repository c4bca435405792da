package io.landline.node.port;

import io.landline.peer.Fingerprint;

/// What is pinned in a conversation.
///
/// @param by who pinned it last
/// @param byName the same as a name: somebody's text; empty for ourselves
public record PinnedItem(TimelineItem item, Fingerprint by, String byName) {}
