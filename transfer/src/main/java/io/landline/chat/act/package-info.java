/// What people do with a message that is there, as the bodies of entries (docs/protocol/acts.md, "Kinds"): values with
/// strict reading. Knows nothing of logs, stores and sessions.
@NullMarked
package io.landline.chat.act;

import org.jspecify.annotations.NullMarked;
