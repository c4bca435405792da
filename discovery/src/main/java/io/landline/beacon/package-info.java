/// Puts datagrams on each usable interface and takes them off, and notices interfaces that come and go. Knows no
/// meaning: it would carry a poem.
@NullMarked
package io.landline.beacon;

import org.jspecify.annotations.NullMarked;
