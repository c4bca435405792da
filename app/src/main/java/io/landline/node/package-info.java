/// The running node: opens profile, sockets and services in order, wires them, and closes them. The only place that
/// wires.
@NullMarked
package io.landline.node;

import org.jspecify.annotations.NullMarked;
