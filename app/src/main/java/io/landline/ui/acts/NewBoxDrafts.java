package io.landline.ui.acts;

/// Hand-in boxes that were begun and not made.
public final class NewBoxDrafts extends FormDrafts<NewBoxDrafts.Draft> {
    /// What stands in the fields.
    record Draft(String title, String until, String names, String size) {
        static final Draft NOTHING = new Draft("", "", "", "");
    }

    public NewBoxDrafts() { super(Draft.NOTHING); }
}
