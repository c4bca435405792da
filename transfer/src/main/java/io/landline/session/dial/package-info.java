/// Decides which address to dial, and when. No socket, no thread.
@NullMarked
package io.landline.session.dial;

import org.jspecify.annotations.NullMarked;
