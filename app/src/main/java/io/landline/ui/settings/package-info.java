/// What the user chooses, applied at once.
///
/// - Page: [SettingsPage], its model [SettingsViewModel], which has those of the sections. Each [Section] has a model
///   of its own where something is chosen: [YouSection] with [YouViewModel], [SeenSection] with [SeenViewModel],
///   [FilesSection] with [FileSettingsViewModel], [LookSection] with [LookViewModel], [NotificationsSection] with
///   [NotificationsViewModel] and [LoginStartViewModel], [NetworkSection] with [NetworkSettingsViewModel],
///   [RoomsSection] with [RoomsViewModel], a [RoomRow] for each room, and [AboutSection].
/// - [ChangeQueue] carries out what is chosen, off the JavaFX thread. What concerns the window alone goes to
///   [WindowPreferences].
@NullMarked
package io.landline.ui.settings;

import org.jspecify.annotations.NullMarked;
