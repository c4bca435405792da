/// Rooms and people: keys, pins and proofs, and their second copy beside the database.
@NullMarked
package io.landline.storage.trust;

import org.jspecify.annotations.NullMarked;
