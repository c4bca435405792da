/// Tests, against sockets that know nothing of the product.
@NullMarked
package io.landline.lab.web;

import org.jspecify.annotations.NullMarked;
