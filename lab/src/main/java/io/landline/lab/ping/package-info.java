/// Round-trip time, loss and throughput of datagrams, against a server that delays and loses on purpose (S5, S6).
@NullMarked
package io.landline.lab.ping;

import org.jspecify.annotations.NullMarked;
