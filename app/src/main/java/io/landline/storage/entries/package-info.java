/// Entries in their logs, and what acts among them do to others: written, found, shown.
@NullMarked
package io.landline.storage.entries;

import org.jspecify.annotations.NullMarked;
