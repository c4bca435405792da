package io.landline.ui.start;

import io.landline.language.Language;
import io.landline.picture.FakeThumbnails;
import io.landline.ui.chats.ChatsMemory;
import io.landline.ui.chats.ChatsPage;
import io.landline.ui.doctor.DoctorPage;
import io.landline.ui.doctor.DoctorPicture;
import io.landline.ui.doctor.DoctorViewModel;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.lab.LabPage;
import io.landline.ui.lab.LabViewModel;
import io.landline.ui.network.NetworkPage;
import io.landline.ui.network.NetworkWatch;
import io.landline.ui.page.FakeExaminer;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.PersonSheet;
import io.landline.ui.places.RoomSheet;
import io.landline.ui.settings.FakePreferences;
import io.landline.ui.settings.SettingsPage;
import io.landline.ui.transfers.SpeedLimit;
import io.landline.ui.transfers.TransfersPage;
import io.landline.ui.transfers.TransfersViewModel;
import io.landline.ui.welcome.RoomDraft;
import io.landline.ui.welcome.WelcomePage;
import java.time.InstantSource;
import javafx.scene.Parent;

/// Every page that the window has, over a node in memory. JavaFX thread.
enum AnyPage {
    FIRST_RUN, NEW_ROOM, CONVERSATIONS, CONVERSATION, FILES, NETWORK, DOCTOR, DIAGNOSIS, LAB, SETTINGS, PERSON, ROOM;

    /// Closing it closes what the window would close with it.
    record Open(Page page, TransfersViewModel transfers, LabViewModel lab, DoctorViewModel doctor,
            NetworkWatch network) implements AutoCloseable {
        Parent view() {
            return page.view();
        }

        @Override
        public void close() {
            page.close();
            transfers.close();
            lab.close();
            doctor.close();
            network.close();
        }
    }

    Open over(Stranger node, Language language) {
        PageContext context = node.context(language);
        var transfers = new TransfersViewModel(context, new FakeThumbnails());
        var lab = new LabViewModel(context.fx(), context.background());
        var doctor = new DoctorViewModel(context.node().network().doctor(), context.fx(), context.background(),
                InstantSource.system());
        var network = new NetworkWatch(context.node());
        Page page = switch (this) {
            case FIRST_RUN -> new WelcomePage(context, () -> {}, true, new RoomDraft());
            case NEW_ROOM -> new WelcomePage(context, () -> {}, false, new RoomDraft());
            case CONVERSATIONS -> new ChatsPage(context, transfers,
                    ChatsMemory.of(context.node().chats(), context.background()),
                    new FakePreferences(Language.ENGLISH).look());
            case CONVERSATION -> {
                var chats = new ChatsPage(context, transfers,
                        ChatsMemory.of(context.node().chats(), context.background()),
                        new FakePreferences(Language.ENGLISH).look());
                chats.open(Stranger.ROOM);
                yield chats;
            }
            case FILES -> new TransfersPage(context, transfers,
                    new SpeedLimit(context.node().transfers(), context.background()));
            case NETWORK -> new NetworkPage(context, network);
            case DOCTOR -> new DoctorPage(context, doctor);
            case DIAGNOSIS -> {
                if (context.node().network().doctor() instanceof FakeExaminer examiner) {
                    examiner.findings.addAll(DoctorPicture.findings());
                }
                doctor.look();
                yield new DoctorPage(context, doctor);
            }
            case LAB -> new LabPage(context, lab);
            case SETTINGS -> new SettingsPage(context, new FakePreferences(language));
            case PERSON -> new PersonSheet(context, Stranger.PEER, () -> {});
            case ROOM -> new RoomSheet(context, Stranger.ROOM, () -> {}, () -> {});
        };
        return new Open(page, transfers, lab, doctor, network);
    }
}
