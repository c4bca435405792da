package io.landline.violations.session;

import io.landline.violations.chat.UsesSession;

/// The other half of a circle.
public record UsesChat(UsesSession upwards) {}
