package io.landline.swarm;

import io.landline.peer.Fingerprint;

/// How much of an offer somebody has, as a list of receivers shows it.
///
/// @param isFinished whether this receiver has all that it chose
public record Share(Fingerprint who, long bytes, boolean isFinished) {}
