/// The words that all others use: fingerprint, name, endpoint, room name. Knows nobody.
@NullMarked
package io.landline.peer;

import org.jspecify.annotations.NullMarked;
