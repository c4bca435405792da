/// What to type into Wireshark, and what to look for (S16).
@NullMarked
package io.landline.lab.wire;

import org.jspecify.annotations.NullMarked;
