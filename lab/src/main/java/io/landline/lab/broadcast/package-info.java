/// Datagrams to everybody on the network (S10).
@NullMarked
package io.landline.lab.broadcast;

import org.jspecify.annotations.NullMarked;
