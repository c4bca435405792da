/// The presence packet: its content, its bytes, its signature.
@NullMarked
package io.landline.presence.packet;

import org.jspecify.annotations.NullMarked;
