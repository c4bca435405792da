/// Hand-in boxes in a node: which there are, what comes into them, and what is told of them. The rules stand in
/// [io.landline.node.handin.rule].
@NullMarked
package io.landline.node.handin;

import org.jspecify.annotations.NullMarked;
