/// How events reach their listeners, the names that stand in them, and steps that may wait for the disk.
@NullMarked
package io.landline.node.event;

import org.jspecify.annotations.NullMarked;
