/// Tests, against sockets that know nothing of the product.
@NullMarked
package io.landline.lab.clock;

import org.jspecify.annotations.NullMarked;
