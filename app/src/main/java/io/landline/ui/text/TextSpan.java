package io.landline.ui.text;

import java.net.URI;

/// A part of a shown text that is more than plain letters. Parts of one kind do not overlap; a hit may lie on a link.
/// Immutable.
public sealed interface TextSpan {
    /// The place of its first UTF-16 unit.
    int start();

    /// The place behind its last one.
    int end();

    /// An address that the system's browser can open.
    ///
    /// @param target what the letters say, in ASCII: never anything else
    record Link(int start, int end, URI target) implements TextSpan {}

    /// What a search found.
    ///
    /// @param isCurrent whether it is in the message at which the search stands
    record Hit(int start, int end, boolean isCurrent) implements TextSpan {}
}
