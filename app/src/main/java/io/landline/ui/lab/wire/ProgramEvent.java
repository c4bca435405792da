package io.landline.ui.lab.wire;

import io.landline.lab.LabEvent;

/// An event, and the card of the program that told it. Immutable; any thread.
///
/// @param run counts the starts of that card: each has sockets of its own
public record ProgramEvent(int card, int run, LabEvent event) {}
