/// What every sheet is made of: a [Sheet] over the page has a [SheetHead], parts below headings ([SheetPart]), and
/// scrolls as a [SheetScroll]. Knows no single sheet.
@NullMarked
package io.landline.ui.sheet;

import org.jspecify.annotations.NullMarked;
