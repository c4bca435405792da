package io.landline.ui.page;

import io.landline.peer.Fingerprint;

/// What a notice of a pause is about, so that it goes with the pause.
///
/// @param conversation as events name it
public record PauseSubject(Fingerprint person, String conversation) {}
