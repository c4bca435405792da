/// What the user chose and where it is kept: the profile's folder, its lock, and the settings, checked on reading and
/// written atomically.
///
/// - The folder: [Profile] has its names, [ProfileLock] keeps a second node out and [LockOwnerFile] says who holds it.
///   Who owns it: [ProfileOwner]. What belongs to one: [ProfileFiles]. Where it is if nobody says: [DefaultProfile];
///   what its disk keeps from others: [DiskKind].
/// - Settings of the node: [Settings] with [NetworkSettings], in a [SettingsFile] by [SettingsJson]. Of the window:
///   [WindowSettings], [LookSettings], [NotificationSettings], in a [WindowSettingsFile]. What cannot be used there is
///   a [SettingsWarning].
/// - Files: [AtomicFile], [PrivateFolder]. This computer: [LocalHost], and the name for a new user [DefaultName].
@NullMarked
package io.landline.settings;

import org.jspecify.annotations.NullMarked;
