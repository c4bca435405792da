/// Messages between programs through a relay (S8).
@NullMarked
package io.landline.lab.relay;

import org.jspecify.annotations.NullMarked;
