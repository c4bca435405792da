/// What all modules' tests share: networks made of namespaces, the watch over threads and sockets, seeds.
@NullMarked
package io.landline.testing;

import org.jspecify.annotations.NullMarked;
