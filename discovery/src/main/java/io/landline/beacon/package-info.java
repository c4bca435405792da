/// Puts datagrams on each usable interface and takes them off, and notices interfaces that come and go. Knows nothing
/// of what the datagrams mean.
@NullMarked
package io.landline.beacon;

import org.jspecify.annotations.NullMarked;
