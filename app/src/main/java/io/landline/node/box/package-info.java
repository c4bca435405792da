/// Hand-in boxes in a node: which there are, what comes into them, and what is told of them. The rules stand in
/// [io.landline.node.handin].
@NullMarked
package io.landline.node.box;

import org.jspecify.annotations.NullMarked;
