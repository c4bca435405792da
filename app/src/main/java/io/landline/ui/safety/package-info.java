/// The safety number of a person, compared and marked.
@NullMarked
package io.landline.ui.safety;

import org.jspecify.annotations.NullMarked;
