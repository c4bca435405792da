package io.landline.chat.sync;

import io.landline.chat.Admission;
import io.landline.chat.BudgetStore.Account;
import io.landline.chat.BudgetStore.Purpose;
import io.landline.chat.BudgetStore.Spent;
import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.ConversationListener.Pause;
import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.chat.pace.MembersBudget;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How much of what others wrote is stored in a day, by the author's standing ([CostRules]). Where an entry does not
/// fit any more, its log is paused: what we have of it ends there until the next day, or until the user allows more.
/// Days are those of UTC; a clock that is set back does not begin a day anew. But a day that began by a clock that was
/// ahead ends when it has lasted for one. Confined to the conversations' thread.
///
/// The author pays. If an author never proved anything to us, the member that vouches for them pays as well, so that
/// invented people do not cost more than one member may. In open rooms all people without a better standing share one
/// account besides their own. So do all members that this user does not know ([MembersBudget]), but for a little of
/// each: any number of them may be one person with the key.
final class Budgets {
    /// Spent amounts are saved this often; a kill may give back what was spent since.
    static final Duration SAVE_INTERVAL = Duration.ofSeconds(5);
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final Fingerprint EVERYBODY = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final Spent UNLIMITED = new Spent(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /// @param isOneOfMany whether this person also pays from the budget that all members share
    private record Payer(Account account, Spent limit, boolean isOneOfMany) {}

    private final ChatContext context;
    private final LimitWarnings warnings;
    private final Pauses pauses;
    private final Map<Account, Spent> spent = new HashMap<>();
    private final Set<Account> unsaved = new HashSet<>();
    private final Map<Account, Integer> allowances = new HashMap<>();
    private final MembersBudget members = new MembersBudget();
    private long day = Long.MIN_VALUE;
    /// The day of the last look, and since when it is this one, as uptime.
    private long dayLookedAt = Long.MIN_VALUE;
    private Duration dayBegan = Duration.ZERO;
    private Duration savedAt = Duration.ZERO;

    Budgets(ChatContext context, LimitWarnings warnings) {
        this.context = context;
        this.warnings = warnings;
        pauses = new Pauses(context);
    }

    /// What a person is shown of them. Any thread.
    List<Pause> pauses() {
        return pauses.shown();
    }

    /// Whether this log is taken no further today.
    boolean isPaused(LogKey log) {
        turnDay();
        return pauses.contains(log);
    }

    /// Has those entries stored that fit, from the first on where `first`, else from the last on. They are charged, and
    /// the log is paused where not all fit. Where the store fails nothing of that is done.
    ///
    /// @param store is given those that fit, one at least
    /// @return what was stored
    List<Entry> store(LogKey log, List<Entry> run, boolean first, Consumer<List<Entry>> store) {
        turnDay();
        List<Payer> payers = context.isOwn(log) ? List.of() : payers(log);
        int fitting = 0;
        for (Entry entry : first ? run : run.reversed()) {
            if (!pay(payers, entry)) break;
            fitting++;
        }
        List<Entry> taken = first ? run.subList(0, fitting) : run.subList(run.size() - fitting, run.size());
        try {
            if (!taken.isEmpty()) store.accept(taken);
        } catch (RuntimeException e) {
            for (Entry entry : taken) for (Payer payer : payers) change(payer, Spent.NOTHING.minus(cost(entry)));
            throw e;
        }
        if (fitting < run.size()) pause(log, run.get(first ? fitting : run.size() - 1 - fitting), payers);
        return taken;
    }

    private boolean pay(List<Payer> payers, Entry entry) {
        Spent cost = cost(entry);
        for (Payer payer : payers) {
            Spent sum = of(payer.account).plus(cost);
            Spent limit = payer.limit;
            if (sum.bytes() > limit.bytes() || sum.entries() > limit.entries()
                    || cost.unknownBytes() > 0 && sum.unknownBytes() > limit.unknownBytes()
                    || payer.isOneOfMany && !members.fits(of(payer.account).bytes(), cost.bytes())) {
                return false;
            }
        }
        for (Payer payer : payers) change(payer, cost);
        return true;
    }

    private static Spent cost(Entry entry) {
        long bytes = entry.sentBytes();
        return new Spent(bytes, 1, isUnknown(entry) ? bytes : 0);
    }

    private void change(Payer payer, Spent by) {
        Spent before = of(payer.account);
        if (payer.isOneOfMany) members.add(before.bytes(), by.bytes());
        spent.put(payer.account, before.plus(by));
        unsaved.add(payer.account);
    }

    private static boolean isUnknown(Entry entry) {
        return !entry.kind().isKnown();
    }

    private Spent of(Account account) {
        return spent.getOrDefault(account, Spent.NOTHING);
    }

    private void pause(LogKey log, Entry tooMuch, List<Payer> payers) {
        Account full = payers.getFirst().account;
        for (Payer payer : payers) {
            if (of(payer.account).bytes() + tooMuch.sentBytes() > payer.limit.bytes()) full = payer.account;
        }
        Fingerprint cause = full.purpose() == Purpose.VOUCHED_FOR ? full.person() : log.author();
        boolean unknown = isUnknown(tooMuch) && of(payers.getFirst().account).unknownBytes()
                + tooMuch.sentBytes() > CostRules.UNKNOWN_KINDS_BYTES_A_DAY;
        Limit limit = unknown ? Limit.UNKNOWN_KINDS : Limit.DAY;
        pauses.add(log, new Pause(cause, log.conversation(), limit), full,
                context.standingIn(log.conversation(), log.author()));
        warnings.reached(cause, log.conversation(), limit);
    }

    private List<Payer> payers(LogKey log) {
        Fingerprint author = log.author();
        Standing standing = context.standingIn(log.conversation(), author);
        var payers = new ArrayList<Payer>();
        payers.add(payer(new Account(author, Purpose.OWN), standing, 1, standing == Standing.MEMBER));
        if (standing == Standing.VOUCHED) {
            Fingerprint sponsor = sponsor(log);
            if (sponsor != null) {
                Standing ofSponsor = context.standingIn(log.conversation(), sponsor);
                boolean isOneOfMany = ofSponsor == Standing.MEMBER;
                payers.add(payer(new Account(sponsor, Purpose.VOUCHED_FOR), ofSponsor, 1, isOneOfMany));
            }
        } else if (standing == Standing.OPEN_ROOM && !isAllowedMore(author)) {
            payers.add(payer(new Account(EVERYBODY, Purpose.OPEN_ROOMS), standing, CostRules.OPEN_ROOM_PEOPLE,
                    false));
        }
        return payers;
    }

    private Payer payer(Account account, Standing standing, int people, boolean isOneOfMany) {
        if (standing == Standing.OURSELVES) return new Payer(account, UNLIMITED, false);
        CostRules.Storage a = CostRules.storageADay(standing);
        long times = (long) people * (1 + allowances.getOrDefault(account, 0));
        long unknown = account.purpose() == Purpose.OWN ? CostRules.UNKNOWN_KINDS_BYTES_A_DAY * times : Long.MAX_VALUE;
        return new Payer(account, new Spent(times(a.bytes(), times), times(a.entries(), times), unknown),
                isOneOfMany && !allowances.containsKey(account));
    }

    private static long times(long amount, long factor) {
        return amount > Long.MAX_VALUE / factor ? Long.MAX_VALUE : amount * factor;
    }

    /// The first member in the chain of admissions who proved the key to us.
    private @Nullable Fingerprint sponsor(LogKey log) {
        var room = log.conversation().asRoom();
        Admission admission = context.stores().admissions().find(room, log.author());
        for (int links = 0; admission != null && links < Admission.LINKS_MAX; links++) {
            Fingerprint signer = admission.signer();
            if (signer.equals(context.me())) return null;
            Admission ofSigner = context.stores().admissions().find(room, signer);
            if (ofSigner == null || ofSigner.links() == 1) return signer;
            admission = ofSigner;
        }
        return null;
    }

    /// The user lets this person have as much again stored today, and pay from the own account alone: what many share
    /// does not grow, or invented people would have a part of it.
    void allowMore(Fingerprint person) {
        turnDay();
        for (Purpose purpose : List.of(Purpose.OWN, Purpose.VOUCHED_FOR)) {
            allowances.merge(new Account(person, purpose), 1, Integer::sum);
        }
        pauses.removeIf(each -> isOf(each, person));
    }

    private boolean isAllowedMore(Fingerprint person) {
        return allowances.containsKey(new Account(person, Purpose.OWN));
    }

    /// The person's standing may be another, or the person is blocked: what was paused is tried again.
    void reconsider(Fingerprint person) {
        pauses.removeIf(each -> isOf(each, person));
    }

    private static boolean isOf(Pauses.Paused each, Fingerprint person) {
        return each.log().author().equals(person) || each.pause().person().equals(person);
    }

    private void turnDay() {
        long today = today();
        if (today > day) begin(today);
    }

    private long today() {
        return context.clock().millis() / DAY_MILLIS;
    }

    private void endOverlong(Duration uptime) {
        if (dayLookedAt != day) {
            dayLookedAt = day;
            dayBegan = uptime;
        } else if (today() < day && uptime.minus(dayBegan).toMillis() >= DAY_MILLIS) {
            begin(today());
        }
    }

    private void begin(long now) {
        save();
        Map<Account, Spent> before = context.stores().budgets().spent(now); // if that fails, no day begins
        day = now;
        spent.clear();
        pauses.removeIf(_ -> true);
        allowances.clear();
        warnings.newDay();
        spent.putAll(before);
        members.clear();
        spent.forEach((account, its) -> {
            boolean isOneOfMany = account.purpose() != Purpose.OPEN_ROOMS
                    && context.standings().of(account.person()) == Standing.MEMBER;
            if (isOneOfMany) members.add(0, its.bytes());
        });
    }

    /// Saves what was spent, not too often. A new day ends all pauses, whether somebody sends something or not.
    void tick(Duration uptime) {
        turnDay();
        endOverlong(uptime);
        if (unsaved.isEmpty() || uptime.minus(savedAt).compareTo(SAVE_INTERVAL) < 0) return;
        savedAt = uptime;
        save();
    }

    /// Saves what was spent, at once.
    void save() {
        if (unsaved.isEmpty()) return;
        var changed = new HashMap<Account, Spent>();
        for (Account account : unsaved) changed.put(account, of(account));
        context.stores().budgets().save(day, changed);
        unsaved.clear();
    }
}
