/// Experiments side by side: UDP against TCP (S20), many clients at once (S21), a reader that stops (S30), failures on
/// purpose (S23).
@NullMarked
package io.landline.lab.compare;

import org.jspecify.annotations.NullMarked;
