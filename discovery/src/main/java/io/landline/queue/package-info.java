/// One thread, one thing at a time: how the parts of a node that hold state are kept free of locks.
@NullMarked
package io.landline.queue;

import org.jspecify.annotations.NullMarked;
