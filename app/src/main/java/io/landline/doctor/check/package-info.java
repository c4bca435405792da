/// One class for each question of the doctor: it judges what was seen, and asks nobody itself.
@NullMarked
package io.landline.doctor.check;

import org.jspecify.annotations.NullMarked;
