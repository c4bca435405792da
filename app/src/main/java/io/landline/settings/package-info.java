/// What the user chose and where it is kept: the profile's folder, its lock, and the settings, checked on reading and
/// written atomically.
@NullMarked
package io.landline.settings;

import org.jspecify.annotations.NullMarked;
