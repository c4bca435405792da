/// Tests, against sockets that know nothing of the product.
@NullMarked
package io.landline.lab.threads;

import org.jspecify.annotations.NullMarked;
