/// What of identities takes other users and processes to be tested.
@NullMarked
package io.landline.identity;

import org.jspecify.annotations.NullMarked;
