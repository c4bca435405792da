/// Transfers and their history.
@NullMarked
package io.landline.storage.transfers;

import org.jspecify.annotations.NullMarked;
