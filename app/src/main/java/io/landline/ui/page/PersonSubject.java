package io.landline.ui.page;

import io.landline.peer.Fingerprint;

/// What a notice is about that only blocking a person ends: it goes when the person is blocked.
public record PersonSubject(Fingerprint person) {}
