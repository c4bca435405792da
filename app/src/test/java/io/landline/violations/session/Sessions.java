package io.landline.violations.session;

/// A door.
public final class Sessions {}
