package io.landline.violations.session.core;

/// A door.
public final class Sessions {}
