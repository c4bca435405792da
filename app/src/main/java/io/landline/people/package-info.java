/// Who is here: presence and sessions brought together. The only source of `peer-*` events.
@NullMarked
package io.landline.people;

import org.jspecify.annotations.NullMarked;
