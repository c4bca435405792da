/// The doctor's page: why somebody is not seen, and what to do.
@NullMarked
package io.landline.ui.doctor;

import org.jspecify.annotations.NullMarked;
