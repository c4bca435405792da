/// What passes on the wire of one system, as rows of a trace, as a ladder of messages between sockets, and as figures.
@NullMarked
package io.landline.ui.lab.wire;

import org.jspecify.annotations.NullMarked;
