/// Tests, against sockets that know nothing of the product.
@NullMarked
package io.landline.lab.names;

import org.jspecify.annotations.NullMarked;
