package io.landline.ui.page;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;

/// What every page gets. Immutable; any thread.
public record PageContext(NodePorts node, FxThread fx, Background background, Language language, Navigation navigation,
        Notices notices, PassingTime time) {
    /// The texts beside this class, in the window's language.
    public Texts texts(Class<?> user) {
        return Texts.beside(user, language);
    }
}
