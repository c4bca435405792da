/// What a student can hand in or work on: a report in one file, tables. Knows no toolkit.
@NullMarked
package io.landline.ui.lab.report;

import org.jspecify.annotations.NullMarked;
