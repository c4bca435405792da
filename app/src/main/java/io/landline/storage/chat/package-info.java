/// The stores of conversations, over their entries: timelines, receipts, budgets, admissions, what is not kept.
@NullMarked
package io.landline.storage.chat;

import org.jspecify.annotations.NullMarked;
