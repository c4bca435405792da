/// The proven connection to one peer, as conversations and files see it. `session.core` keeps the connections.
@NullMarked
package io.landline.session;

import org.jspecify.annotations.NullMarked;
