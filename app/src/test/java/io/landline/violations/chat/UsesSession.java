package io.landline.violations.chat;

import io.landline.violations.session.core.Sessions;

/// One half of a circle, the right one.
public record UsesSession(Sessions sessions) {}
