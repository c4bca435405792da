/// The database of a profile: its file, connections, writes, schema and health, and rows as values.
@NullMarked
package io.landline.storage.database;

import org.jspecify.annotations.NullMarked;
