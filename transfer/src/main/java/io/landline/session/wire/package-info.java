/// One TLS connection: its socket, its deadlines, and the queues of frames that wait to be written.
@NullMarked
package io.landline.session.wire;

import org.jspecify.annotations.NullMarked;
