package io.landline.ui.notifications;

/// The one notification of all people that have none of their own, before it is put into words. Immutable.
///
/// @param messages how many came, offers of files among them
/// @param people how many people they came from
/// @param newest who wrote the last one: somebody's text
/// @param audible whether it may be heard
record SharedNotification(int messages, int people, String newest, boolean audible) {}
