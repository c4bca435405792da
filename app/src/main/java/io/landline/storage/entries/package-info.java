/// Entries in their logs, and what acts among them do to others: written, put into the index of words and taken out of
/// it, shown.
@NullMarked
package io.landline.storage.entries;

import org.jspecify.annotations.NullMarked;
