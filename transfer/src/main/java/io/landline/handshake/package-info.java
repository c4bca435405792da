/// Turns a TCP connection into a proven peer: TLS settings, hello, the exchange per room (CPace), and what is
/// remembered of proofs.
@NullMarked
package io.landline.handshake;

import org.jspecify.annotations.NullMarked;
