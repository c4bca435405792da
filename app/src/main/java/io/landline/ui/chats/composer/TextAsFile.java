package io.landline.ui.chats.composer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.language.Texts;
import io.landline.ui.chats.part.FileOffering;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Offers a text that is too long for a message as a file, one at a time. JavaFX thread.
final class TextAsFile {
    private final PageContext context;
    private final Texts texts;
    private final WrittenFiles files;
    private final BiConsumer<String, String> offered;
    private final ReadOnlyBooleanWrapper isOffering = new ReadOnlyBooleanWrapper();

    /// @param offered gets the conversation and the text, once the offer is made
    TextAsFile(PageContext context, Texts texts, BiConsumer<String, String> offered) {
        this.context = context;
        this.texts = texts;
        this.offered = offered;
        files = new WrittenFiles(context, InstantSource.system());
    }

    ReadOnlyBooleanProperty isOffering() {
        return isOffering.getReadOnlyProperty();
    }

    void offer(String to, String said) {
        isOffering.set(true);
        byte[] bytes = said.getBytes(UTF_8);
        var file = new WrittenFiles.Item.ToWrite(texts.get("composer.file-name"), ".txt", () -> bytes);
        context.background().run(() -> files.offer(to, List.of(file)), made -> {
            isOffering.set(false);
            offered.accept(to, said);
            new FileOffering(context).tell(made);
        }, why -> {
            isOffering.set(false);
            context.notices()
                    .problem(why instanceof IOException
                            ? texts.get("composer.not-written")
                            : ErrorMessages.sentence(context.language(), why));
        });
    }
}
