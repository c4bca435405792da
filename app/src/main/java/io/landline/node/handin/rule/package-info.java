/// The rules of hand-in boxes (docs/protocol/hand-in.md), without a node, a network or a clock.
@NullMarked
package io.landline.node.handin.rule;

import org.jspecify.annotations.NullMarked;
