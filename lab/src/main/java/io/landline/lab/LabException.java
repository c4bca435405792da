package io.landline.lab;

import java.io.IOException;

/// Ends an experiment with a sentence for a person: what happened, and what to look at. Programs exit with 1.
public class LabException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient LabMessage said;

    /// @param places what stands in the sentence's places, as [LabMessage] has it
    public LabException(String english, Object... places) { this(LabMessage.of(english, places)); }

    public LabException(Throwable cause, String english, Object... places) {
        this(cause, LabMessage.of(english, places));
    }

    public LabException(LabMessage said) {
        super(said.english());
        this.said = said;
    }

    public LabException(Throwable cause, LabMessage said) {
        super(said.english(), cause);
        this.said = said;
    }

    public final LabMessage said() {
        return said;
    }
}
