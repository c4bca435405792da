/// The time in the format that a client asks for (S15).
@NullMarked
package io.landline.lab.clock;

import org.jspecify.annotations.NullMarked;
