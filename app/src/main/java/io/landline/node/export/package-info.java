/// Conversations as documents: text, JSON and a page of HTML. What people wrote is data in all of them, and in tables.
@NullMarked
package io.landline.node.export;

import org.jspecify.annotations.NullMarked;
