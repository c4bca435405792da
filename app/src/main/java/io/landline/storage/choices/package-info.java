/// What this user chose for himself: muted, on top, archived, own names, drafts, saved messages, shelves.
@NullMarked
package io.landline.storage.choices;

import org.jspecify.annotations.NullMarked;
