/// What a node does with its sockets: presence, sessions, addresses and names of hosts, and what each of them tells.
@NullMarked
package io.landline.node.network;

import org.jspecify.annotations.NullMarked;
