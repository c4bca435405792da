package io.landline.violations.chat;

import io.landline.violations.session.UsesChat;

/// One half of a circle, the right one.
public record UsesSession(UsesChat downwards) {}
