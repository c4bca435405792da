package io.landline.ui.start;

import io.landline.picture.ThumbnailMaker;
import io.landline.settings.ProfileFiles;
import io.landline.ui.chats.ChatsMemory;
import io.landline.ui.doctor.DoctorViewModel;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.lab.LabViewModel;
import io.landline.ui.network.NetworkWatch;
import io.landline.ui.page.NodePorts;
import io.landline.ui.transfers.SpeedLimit;
import io.landline.ui.welcome.RoomDraft;
import java.nio.file.Path;
import java.time.InstantSource;

/// What lasts longer than the pages: what runs or was found there is kept when they are made anew. JavaFX thread.
record KeptModels(LabViewModel lab, DoctorViewModel doctor, NetworkWatch network, ChatsMemory chats,
        ThumbnailMaker thumbnails, SpeedLimit limit, RoomDraft newRoom) implements AutoCloseable {

    static KeptModels of(NodePorts ports, FxThread fx, Background background, Path profile) {
        return new KeptModels(new LabViewModel(fx, background),
                new DoctorViewModel(ports.network().doctor(), fx, background, InstantSource.system()),
                new NetworkWatch(ports), ChatsMemory.of(ports.chats(), background),
                ThumbnailMaker.in(profile.resolve(ProfileFiles.THUMBNAILS)),
                new SpeedLimit(ports.transfers(), background), new RoomDraft());
    }

    @Override
    public void close() {
        lab.close();
        doctor.close();
        network.close();
        chats.close();
        thumbnails.close();
        limit.close();
    }
}
