package io.landline.violations.presence;

/// A meaning.
public record Packet(int kind) {}
