package io.landline.chat.sync;

import io.landline.chat.AdmissionStore;
import io.landline.chat.BudgetStore;
import io.landline.chat.ChatStores;
import io.landline.chat.EntryStore;
import io.landline.chat.NameCardStore;
import io.landline.chat.ReceiptStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The stores of a node that dies at one of its writes, as a program does that is killed: before the write or right
/// after it.
final class MortalStores {
    /// The node is dead; nothing of its memory counts any more.
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final Set<String> WRITES = Set.of("add", "append", "erase", "rewrite", "markForked", "setOwnLog",
            "rememberDirect", "drop", "forgetDropped", "advance", "put", "dropNewestVouchedFor", "save");

    private final ChatStores kept;
    private int left;
    private boolean after;

    MortalStores(ChatStores kept) { this.kept = kept; }

    /// What is on the disk.
    ChatStores kept() {
        return kept;
    }

    /// @param write which write from now on kills, the first is 1
    void dieAt(int write, boolean afterIt) {
        left = write;
        after = afterIt;
    }

    ChatStores stores() {
        return new ChatStores(mortal(EntryStore.class, kept.entries()), mortal(ReceiptStore.class, kept.receipts()),
                mortal(AdmissionStore.class, kept.admissions()), mortal(BudgetStore.class, kept.budgets()),
                mortal(NameCardStore.class, kept.cards()));
    }

    private <T> T mortal(Class<T> type, T store) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (_, method, arguments) -> call(store, method, arguments)));
    }

    private @Nullable Object call(Object store, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean last = WRITES.contains(method.getName()) && left > 0 && --left == 0;
        if (last && !after) throw new Killed();
        try {
            Object answer = method.invoke(store, arguments);
            if (last) throw new Killed();
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
