/// A profile that is opened for one run: its lock, identity, settings and stores; and why it cannot be.
@NullMarked
package io.landline.node.profile;

import org.jspecify.annotations.NullMarked;
