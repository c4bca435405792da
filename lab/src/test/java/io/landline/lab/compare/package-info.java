/// Tests, against sockets that know nothing of the product.
@NullMarked
package io.landline.lab.compare;

import org.jspecify.annotations.NullMarked;
