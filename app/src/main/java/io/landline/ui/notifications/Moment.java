package io.landline.ui.notifications;

import java.time.Duration;
import java.time.LocalTime;

/// When something is decided. Immutable.
///
/// @param uptime since the window was opened
/// @param time of the day, where the user is
public record Moment(Duration uptime, LocalTime time) {}
