package io.landline.chat;

/// The ports to the disk that conversations need.
public record ChatStores(EntryStore entries, ReceiptStore receipts, AdmissionStore admissions, BudgetStore budgets,
        NameCardStore cards) {}
