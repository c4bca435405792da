/// Files that are offered and taken: which are held, what becomes of offers, and what is told of transfers.
@NullMarked
package io.landline.node.file;

import org.jspecify.annotations.NullMarked;
