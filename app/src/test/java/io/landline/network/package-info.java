/// The proof on networks of our own: every shape and every change, by real nodes, as one table.
@NullMarked
package io.landline.network;

import org.jspecify.annotations.NullMarked;
