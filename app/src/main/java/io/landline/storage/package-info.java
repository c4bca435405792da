/// The ports of the other packages kept in SQLite: one writer, two readers, migrations. Platform threads only.
@NullMarked
package io.landline.storage;

import org.jspecify.annotations.NullMarked;
