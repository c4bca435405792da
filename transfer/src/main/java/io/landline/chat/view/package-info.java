/// What a conversation shows of an entry, as a pure function of it and of the acts on it (docs/protocol/acts.md, "What
/// a conversation shows"). Which acts there are, the database finds. Knows nothing of stores and sessions.
@NullMarked
package io.landline.chat.view;

import org.jspecify.annotations.NullMarked;
