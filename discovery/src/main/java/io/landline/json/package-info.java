/// JSON as it comes from strangers: read strictly, within limits, by hand.
@NullMarked
package io.landline.json;

import org.jspecify.annotations.NullMarked;
