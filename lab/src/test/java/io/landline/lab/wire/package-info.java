/// Tests, against sockets that know nothing of the product.
@NullMarked
package io.landline.lab.wire;

import org.jspecify.annotations.NullMarked;
