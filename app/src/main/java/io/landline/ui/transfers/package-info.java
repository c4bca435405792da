/// Files on their way, and those that arrived.
@NullMarked
package io.landline.ui.transfers;

import org.jspecify.annotations.NullMarked;
