/// Names, addresses, services, and which of a host's addresses can be reached (S11, S19, S24).
@NullMarked
package io.landline.lab.names;

import org.jspecify.annotations.NullMarked;
