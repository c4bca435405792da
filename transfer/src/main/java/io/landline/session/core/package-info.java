/// Keeps one proven session with each peer: dials, accepts, chooses between two connections, pings, and closes.
@NullMarked
package io.landline.session.core;

import org.jspecify.annotations.NullMarked;
