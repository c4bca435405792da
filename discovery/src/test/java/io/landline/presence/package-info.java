/// Tests of presence: state machines with told time, a virtual network, real sockets on loopback and in namespaces.
@NullMarked
package io.landline.presence;

import org.jspecify.annotations.NullMarked;
