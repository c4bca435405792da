package io.landline.ui.doctor;

import io.landline.doctor.DoctorMessageFormatter;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.language.Language;
import io.landline.language.LeftToRight;
import io.landline.language.Texts;
import io.landline.ui.doctor.DoctorViewModel.Asked;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.time.ZoneId;
import java.util.List;

/// Findings as people read them, in the window's language. Immutable; any thread.
record FindingFormatter(Texts texts, TimeFormatter times, DoctorMessageFormatter wording) {
    /// @param texts of this package, in that language
    static FindingFormatter in(Language language, Texts texts, ZoneId zone) {
        return new FindingFormatter(texts, new TimeFormatter(language, zone),
                DoctorMessageFormatter.in(language.locale(), PeerText::block));
    }

    /// What was seen; what peers call themselves is made safe to show.
    String evidence(Finding finding) {
        return wording.format(finding.evidence());
    }

    /// What to do; empty where nothing is to be done.
    String remedy(Finding finding) {
        return wording.format(finding.remedy());
    }

    /// What was looked at; where it is in the way or worth knowing, what that means. An interface that is only worth
    /// knowing is there, and can be used.
    String title(Finding finding) {
        boolean noted = finding.state() == FindingState.NOTE && finding.code() != FindingCode.NO_INTERFACE;
        boolean trouble = finding.state() == FindingState.BAD || noted;
        return trouble ? trouble(finding.code()) : subject(finding.code());
    }

    private String subject(FindingCode code) {
        return switch (code) {
            case NO_INTERFACE -> texts.get("subject.no-interface");
            case PORT_TAKEN -> texts.get("subject.port-taken");
            case NO_PERMISSION -> texts.get("subject.no-permission");
            case UDP_OUT_BLOCKED -> texts.get("subject.udp-out-blocked");
            case FIREWALL_HERE -> texts.get("subject.firewall-here");
            case NO_BROADCAST -> texts.get("subject.no-broadcast");
            case NO_MULTICAST -> texts.get("subject.no-multicast");
            case UDP_IN_BLOCKED -> texts.get("subject.udp-in-blocked");
            case VPN_ROUTE -> texts.get("subject.vpn-route");
            case OTHER_SUBNET -> texts.get("subject.other-subnet");
            case ISOLATION -> texts.get("subject.isolation");
            case NOT_FOUND -> texts.get("subject.not-found");
            case OTHER_VERSION -> texts.get("subject.other-version");
            case OTHER_ROOM -> texts.get("subject.other-room");
            case KEY_DIFFERS -> texts.get("subject.key-differs");
            case IDENTITY_TWICE -> texts.get("subject.identity-twice");
            case CLOCK_OFF -> texts.get("subject.clock-off");
            case NETWORK_SHARE -> texts.get("subject.network-share");
        };
    }

    private String trouble(FindingCode code) {
        return switch (code) {
            case NO_INTERFACE -> texts.get("trouble.no-interface");
            case PORT_TAKEN -> texts.get("trouble.port-taken");
            case NO_PERMISSION -> texts.get("trouble.no-permission");
            case UDP_OUT_BLOCKED -> texts.get("trouble.udp-out-blocked");
            case FIREWALL_HERE -> texts.get("trouble.firewall-here");
            case NO_BROADCAST -> texts.get("trouble.no-broadcast");
            case NO_MULTICAST -> texts.get("trouble.no-multicast");
            case UDP_IN_BLOCKED -> texts.get("trouble.udp-in-blocked");
            case VPN_ROUTE -> texts.get("trouble.vpn-route");
            case OTHER_SUBNET -> texts.get("trouble.other-subnet");
            case ISOLATION -> texts.get("trouble.isolation");
            case NOT_FOUND -> texts.get("trouble.not-found");
            case OTHER_VERSION -> texts.get("trouble.other-version");
            case OTHER_ROOM -> texts.get("trouble.other-room");
            case KEY_DIFFERS -> texts.get("trouble.key-differs");
            case IDENTITY_TWICE -> texts.get("trouble.identity-twice");
            case CLOCK_OFF -> texts.get("trouble.clock-off");
            case NETWORK_SHARE -> texts.get("trouble.network-share");
        };
    }

    String state(FindingState state) {
        return switch (state) {
            case BAD -> texts.get("state.bad");
            case NOTE -> texts.get("state.note");
            case UNKNOWN -> texts.get("state.unknown");
            case OK -> texts.get("state.ok");
        };
    }

    String question(Asked asked) {
        String when = times.whole(asked.at());
        return asked.host() == null
                ? texts.format("asked.all", when)
                : texts.format("asked.host", PeerText.line(asked.host()), when);
    }

    /// All of it, to be handed to somebody who helps.
    String report(Asked asked, List<Finding> findings) {
        var report = new StringBuilder("Landline. ").append(question(asked)).append('\n');
        for (Finding each : findings) {
            report.append('\n')
                    .append(state(each.state()))
                    .append(": ")
                    .append(title(each))
                    .append(" (")
                    .append(each.code().word())
                    .append(")\n")
                    .append(evidence(each))
                    .append('\n');
            if (!each.remedy().isEmpty()) report.append(texts.format("to-do", remedy(each))).append('\n');
        }
        return LeftToRight.unmarked(report.toString());
    }
}
