/// How the database of a profile is found, and saved where it is damaged; its parts stand in packages by subject. SQL
/// is in this package and in those below it alone. Platform threads only.
@NullMarked
package io.landline.storage;

import org.jspecify.annotations.NullMarked;
