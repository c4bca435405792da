package io.landline.violations.ui.list;

import io.landline.violations.ui.welcome.WordsCard;

/// A page that takes a part of another page.
final class UsesAPage {
    private UsesAPage() {}

    static WordsCard card() {
        return new WordsCard();
    }
}
